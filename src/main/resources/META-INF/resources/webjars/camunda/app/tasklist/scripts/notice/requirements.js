/** Drafting: what the notice asks for, and what was not understood. */

import {DateControl} from './dates.js';
import {fold, h} from './dom.js';
import {Field} from './fields.js';
import {t} from './language.js';
import {countCharacters} from './logic.js';

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

const LONGEST = 2000;

/** One that was read from the notice: its words stay as they are. */
class ReadRow {
  constructor(requirement, changed) {
    this.position = requirement.position;
    this.tick = h('input', {
      type: 'checkbox', change: changed, 'aria-label': t('requirements.take', {content: requirement.content}),
    });
    this.date = new DateControl({label: t('requirements.due'), onChange: changed});
    this.element = h('li', {class: 'nc-requirement'},
      h('label', {class: 'nc-requirement-text'}, this.tick, h('span', {},
        h('span', {class: 'nc-path'}, requirement.sectionPath), requirement.content)),
      h('div', {class: 'nc-requirement-foot'},
        h('div', {class: 'nc-note'}, t('requirements.why', {why: requirement.why ?? ''}), ' · ',
          t('draft.line', {line: requirement.line}),
          requirement.deadline && ` · ${t('notice.deadline', {deadline: requirement.deadline})}`),
        h('div', {class: 'nc-requirement-due'}, h('span', {class: 'nc-hint'}, t('requirements.due')), this.date.element)));
  }

  get chosen() {
    return this.tick.checked;
  }

  get value() {
    return {position: this.position, selected: this.tick.checked, dueDate: this.date.value};
  }

  set value(requirement) {
    this.tick.checked = Boolean(requirement?.selected);
    if (this.date.value !== (requirement?.dueDate ?? null)) {
      this.date.value = requirement?.dueDate;
    }
  }

  normal(requirement) {
    return {position: this.position, selected: Boolean(requirement?.selected), dueDate: requirement?.dueDate ?? null};
  }

  fault() {
    return this.date.faulty ? t('date.wrong') : null;
  }
}

/** One that the person adds; without words it is none. */
class AddedRow {
  constructor(position, changed, remove) {
    this.position = position;
    this.tick = h('input', {type: 'checkbox', checked: true, change: changed, 'aria-label': t('requirements.takeAdded')});
    this.words = h('textarea', {class: 'nc-input', rows: 2, input: changed, 'aria-label': t('requirements.added')});
    this.date = new DateControl({label: t('requirements.due'), onChange: changed});
    this.count = h('span', {class: 'nc-note'});
    this.element = h('li', {class: 'nc-requirement nc-added'},
      h('div', {class: 'nc-requirement-text'}, this.tick, h('div', {class: 'nc-added-words'},
        h('span', {class: 'nc-path'}, t('requirements.added')), this.words)),
      h('div', {class: 'nc-requirement-foot'},
        h('div', {class: 'nc-note'}, this.count, ' ',
          h('button', {type: 'button', class: 'nc-button nc-button-small', click: () => remove(this)}, t('requirements.remove'))),
        h('div', {class: 'nc-requirement-due'}, h('span', {class: 'nc-hint'}, t('requirements.due')), this.date.element)));
  }

  get content() {
    return this.element.hidden ? '' : this.words.value.trim();
  }

  get chosen() {
    return this.tick.checked && this.content !== '';
  }

  get value() {
    return this.normal({selected: this.tick.checked, dueDate: this.date.value, content: this.content});
  }

  set value(requirement) {
    const content = requirement?.content ?? '';
    this.element.hidden = content === '';
    if (this.words.value.trim() !== content) {
      this.words.value = content;
    }
    this.tick.checked = Boolean(requirement?.selected);
    if (this.date.value !== (requirement?.dueDate ?? null)) {
      this.date.value = requirement?.dueDate;
    }
  }

  /** Without words neither tick nor date count: the service keeps nothing of it. */
  normal(requirement) {
    const content = requirement?.content ?? '';
    return {
      position: this.position, selected: content !== '' && Boolean(requirement?.selected),
      dueDate: content === '' ? null : requirement?.dueDate ?? null, content,
    };
  }

  fault() {
    const length = countCharacters(this.content);
    this.count.textContent = t('field.count', {n: length, max: LONGEST});
    if (length > LONGEST) {
      return t('field.tooLong', {n: length - LONGEST, max: LONGEST});
    }
    return this.content !== '' && this.date.faulty ? t('date.wrong') : null;
  }
}

/** `<nc-requirements>`: the candidates, each with its reason, a tick and a due date, and what the person adds. */
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
    this.rows = [];
    this.list = h('ol', {class: 'nc-requirements', 'aria-labelledby': `${this.fieldId}-label`});
    (this.context.notice?.requirements ?? []).forEach((requirement) => this.rowOf(requirement));
    this.adding = h('button', {type: 'button', class: 'nc-button nc-add', click: () => this.add()}, t('requirements.add'));
    return h('div', {role: 'group', 'aria-labelledby': `${this.fieldId}-label`}, this.list, this.adding);
  }

  /** The row of a requirement; one that a person added stands in no line of the notice. */
  rowOf(requirement) {
    const known = this.rows.find(({position}) => position === requirement.position);
    const changed = () => this.changed();
    return known ?? this.append(requirement.line
      ? new ReadRow(requirement, changed) : new AddedRow(requirement.position, changed, (row) => this.take(row)));
  }

  append(row) {
    this.rows.push(row);
    this.list.append(row.element);
    return row;
  }

  add() {
    const position = Math.max(-1, ...this.rows.map((row) => row.position)) + 1;
    const row = this.append(new AddedRow(position, () => this.changed(), (each) => this.take(each)));
    row.fault();
    row.words.focus();
  }

  /** Takes an added one away; the row stays, hidden and empty, until the service has forgotten it too. */
  take(row) {
    row.value = null;
    this.changed();
    this.adding.focus();
  }

  get value() {
    return this.rows.map((row) => row.value);
  }

  normal(requirements) {
    return this.rows.map((row) => row.normal((requirements ?? []).find(({position}) => position === row.position)));
  }

  /** Takes the server's full items as well as its own short ones; what is still without words stays. */
  set value(requirements) {
    (requirements ?? []).filter(({content}) => content).forEach((requirement) => this.rowOf(requirement));
    for (const row of this.rows) {
      const requirement = (requirements ?? []).find(({position}) => position === row.position);
      if (requirement || row.content !== '' || row instanceof ReadRow) {
        row.value = requirement;
      }
    }
    this.fault();
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
    const counted = this.rows.filter((row) => row instanceof ReadRow || row.content !== '');
    this.rows.forEach((row) => row.element.classList.toggle('nc-chosen', row.chosen));
    this.note.textContent = t('requirements.chosen', {n: this.rows.filter((row) => row.chosen).length, all: counted.length});
  }

  fault() {
    return this.rows.map((row) => row.fault()).find((fault) => fault !== null) ?? null;
  }

  obstacle() {
    const none = this.rows.length > 0 && !this.rows.some((row) => row.chosen);
    return this.fault() ?? (none ? t('requirements.none') : null);
  }
}
