/**
 * Sets a variable that is sent along when the task is completed.
 *
 * Made at submission, not before: variables made earlier are fetched with the value of the last decision, and the
 * form forgets all of them after a refused submission.
 */
export function setVariable(camForm, name, type, value) {
  const known = camForm.variableManager.variable(name);
  if (known) {
    Object.assign(known, {type, value});
  } else {
    camForm.variableManager.createVariable({name, type, value});
  }
}
