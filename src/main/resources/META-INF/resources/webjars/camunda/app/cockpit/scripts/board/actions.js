/** What a superior can do about a unit. The service checks again; the same tasks stand in Tasklist. */

import {DateControl} from '../../../tasklist/scripts/notice/dates.js';
import {banner, freshId, h} from '../../../tasklist/scripts/notice/dom.js';
import {post} from './calls.js';
import {w} from './words.js';

/** A form that sends once and says what went wrong beside its button. */
function form(title, hint, fields, send) {
  const problem = h('div', {});
  const button = h('button', {class: 'nc-button nc-button-main', type: 'submit'}, w('act.submit'));
  return h('form', {
    class: 'nc-act', submit: async (event) => {
      event.preventDefault();
      problem.replaceChildren();
      button.disabled = true;
      try {
        await send();
      } catch (failure) {
        problem.replaceChildren(banner('bad', failure.message));
        button.disabled = false;
      }
    },
  }, h('h4', {}, title), hint && h('p', {class: 'nc-hint'}, hint), fields, problem, button);
}

function labelled(text, control, className) {
  control.id = freshId();
  return h('div', {class: className ?? 'nc-field'}, h('label', {for: control.id}, text), control);
}

function reasonField() {
  const control = h('textarea', {class: 'nc-input', rows: 2, maxlength: 1000});
  return {control, field: labelled(w('act.reason'), control), value: () => control.value.trim()};
}

/** Radio buttons under one legend. */
function choice(legend, options, onChange) {
  const name = freshId();
  const field = h('fieldset', {class: 'nc-options', change: onChange}, h('legend', {class: 'nc-hidden'}, legend),
    options.map(([value, text]) => h('label', {}, h('input', {type: 'radio', name, value}), text)));
  return {field, value: () => field.querySelector('input:checked')?.value ?? null};
}

function needed(text) {
  throw new Error(text);
}

function urge(panel, id) {
  return form(w('act.urge'), w('act.urgeHint'), [], async () => {
    const urged = await post(`/assignments/${id}/urge`);
    await panel.acted(id, w('act.urged', {day: urged.day}));
  });
}

function measure(panel, id) {
  const reason = reasonField();
  const day = new DateControl({id: freshId(), onChange: () => {}});
  const dayField = h('div', {class: 'nc-field'}, h('label', {for: day.input.id}, w('act.newDue')), day.element);
  dayField.hidden = true;
  const options = ['URGE', 'EXTEND', 'WAIVE'].map((value) => [value, w(`act.measure.${value}`)]);
  const chosen = choice(w('act.measure'), options, () => {
    dayField.hidden = chosen.value() !== 'EXTEND';
  });
  return form(w('act.measure'), null, [chosen.field, dayField, reason.field], async () => {
    const value = chosen.value() ?? needed(w('act.choose'));
    if (value !== 'URGE' && !reason.value()) {
      needed(w('act.reasonNeeded'));
    }
    if (value === 'EXTEND' && !day.value) {
      needed(w('act.dayNeeded'));
    }
    await post(`/assignments/${id}/measure`, {
      measure: value, reason: reason.value() || null, newDue: value === 'EXTEND' ? day.value : null,
    });
    await panel.acted(id, w('act.done'));
  });
}

function waive(panel, id) {
  const reason = reasonField();
  return h('details', {class: 'nc-fold'}, h('summary', {}, w('act.waive')),
    h('div', {class: 'nc-fold-body'}, form(w('act.waive'), w('act.waiveHint'), [reason.field], async () => {
      await post(`/assignments/${id}/measure`, {measure: 'WAIVE', reason: reason.value() || needed(w('act.reasonNeeded'))});
      await panel.acted(id, w('act.done'));
    })));
}

function decide(panel, id) {
  const reason = reasonField();
  reason.field.hidden = true;
  const chosen = choice(w('act.extension'), [['true', w('act.agree')], ['false', w('act.refuse')]], () => {
    reason.field.hidden = chosen.value() !== 'false';
  });
  return form(w('act.extension'), null, [chosen.field, reason.field], async () => {
    const approved = (chosen.value() ?? needed(w('act.choose'))) === 'true';
    if (!approved && !reason.value()) {
      needed(w('act.reasonNeeded'));
    }
    await post(`/assignments/${id}/extension-decision`, {approved, reason: approved ? null : reason.value()});
    await panel.acted(id, w('act.done'));
  });
}

/** The acts that are open to whoever looks, or a line that says there is none. */
export function actions(panel, {unit, may}) {
  const id = unit.unit.assignmentId;
  const offered = [
    may.decideExtension && decide(panel, id),
    may.measure && measure(panel, id),
    may.urge && !may.measure && urge(panel, id),
    may.waive && !may.measure && waive(panel, id),
  ].filter(Boolean);
  return h('section', {class: 'nc-block'}, h('h3', {}, w('act.title')),
    offered.length === 0 ? h('p', {class: 'nc-hint'}, w('act.nothing')) : offered);
}
