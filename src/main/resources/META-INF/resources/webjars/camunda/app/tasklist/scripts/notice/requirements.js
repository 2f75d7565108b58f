/** Drafting: what the notice asks for, and what was not understood. */

import {DateControl} from './dates.js';
import {fold, h} from './dom.js';
import {Field} from './fields.js';
import {t} from './language.js';

/** `<nc-remarks>`: what the reader dropped, doubted or did not understand. */
export class NoticeRemarks extends HTMLElement {
  show({notice}) {
    const remarks = notice?.remarks ?? [];
    this.replaceChildren(fold(t('draft.remarks'), {open: remarks.length > 0, count: t('notice.items', {n: remarks.length})},
      remarks.length === 0
        ? h('p', {class: 'nc-quiet'}, t('draft.noRemarks'))
        : h('ul', {class: 'nc-remarks'}, remarks.map((remark) => h('li', {},
          remark.line && h('span', {class: 'nc-path'}, t('draft.line', {line: remark.line})), remark.remark)))));
  }
}

/** `<nc-requirements>`: the candidates, each with its reason, a tick and a due date. */
export class Requirements extends Field {
  get name() {
    return 'requirements';
  }

  get required() {
    return true;
  }

  get follows() {
    return true;
  }

  heading() {
    return h('div', {class: 'nc-label'}, h('span', {class: 'nc-legend', id: `${this.fieldId}-label`}, this.label),
      h('span', {class: 'nc-must'}, t('required')), h('span', {class: 'nc-hint'}, t('requirements.explain')));
  }

  makeControl() {
    this.rows = (this.context.notice?.requirements ?? []).map((requirement) => this.row(requirement));
    return h('ol', {class: 'nc-requirements', 'aria-labelledby': `${this.fieldId}-label`},
      this.rows.map((row) => row.element));
  }

  row(requirement) {
    const tick = h('input', {
      type: 'checkbox', change: () => this.changed(), 'aria-label': t('requirements.take', {content: requirement.content}),
    });
    const date = new DateControl({label: t('requirements.due'), onChange: () => this.changed()});
    const element = h('li', {class: 'nc-requirement'},
      h('label', {class: 'nc-requirement-text'}, tick, h('span', {},
        h('span', {class: 'nc-path'}, requirement.sectionPath), requirement.content)),
      h('div', {class: 'nc-requirement-foot'},
        h('div', {class: 'nc-note'}, t('requirements.why', {why: requirement.why ?? ''}), ' · ',
          t('draft.line', {line: requirement.line}),
          requirement.deadline && ` · ${t('notice.deadline', {deadline: requirement.deadline})}`),
        h('div', {class: 'nc-requirement-due'}, h('span', {class: 'nc-hint'}, t('requirements.due')), date.element)));
    return {position: requirement.position, tick, date, element};
  }

  get value() {
    return this.rows.map(({position, tick, date}) => ({position, selected: tick.checked, dueDate: date.value}));
  }

  normal(requirements) {
    return this.rows.map(({position}) => {
      const requirement = (requirements ?? []).find((each) => each.position === position);
      return {position, selected: Boolean(requirement?.selected), dueDate: requirement?.dueDate ?? null};
    });
  }

  /** Takes the server's full items as well as its own short ones. */
  set value(requirements) {
    for (const row of this.rows) {
      const requirement = (requirements ?? []).find(({position}) => position === row.position);
      row.tick.checked = Boolean(requirement?.selected);
      if (row.date.value !== (requirement?.dueDate ?? null)) {
        row.date.value = requirement?.dueDate;
      }
    }
    this.count();
  }

  get raw() {
    return this.value;
  }

  changed() {
    this.count();
    super.changed();
  }

  count() {
    const chosen = this.rows.filter(({tick, element}) => {
      element.classList.toggle('nc-chosen', tick.checked);
      return tick.checked;
    });
    this.note.textContent = t('requirements.chosen', {n: chosen.length, all: this.rows.length});
  }

  fault() {
    return this.rows.some(({date}) => date.faulty) ? t('date.wrong') : null;
  }

  obstacle() {
    const none = this.rows.length > 0 && !this.rows.some(({tick}) => tick.checked);
    return this.fault() ?? (none ? t('requirements.none') : null);
  }
}
