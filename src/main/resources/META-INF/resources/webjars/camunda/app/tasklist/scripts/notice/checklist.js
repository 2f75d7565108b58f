/** Requirements in the order of the notice, together under the part of the text they come from. */
export function bySection(requirements) {
  const groups = new Map();
  for (const requirement of requirements) {
    const path = requirement.sectionPath || '';
    groups.set(path, [...(groups.get(path) ?? []), requirement]);
  }
  return [...groups].map(([path, items]) => ({path, items}));
}
