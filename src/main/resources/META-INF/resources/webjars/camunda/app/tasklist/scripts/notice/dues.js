/** Drafting: the due date of each stage at each level. */

import {get} from './api.js';
import {DateControl, longDate, tentative} from './dates.js';
import {freshId, h} from './dom.js';
import {Field} from './fields.js';
import {t} from './language.js';
import {levelsDownTo, STAGES_OF_LEVEL} from './logic.js';

/** No level both plans and studies: the two share a column. */
const COLUMNS = [['RECEIPT'], ['PLAN', 'STUDY'], ['REPORT']];

/**
 * Asks what the deadline policy proposes for what the form says now.
 *
 * @param {string|null} [national] the day of the national report, to count back from
 */
export function proposal(part, national = null) {
  const value = (name) => part.closest('nc-form').fields.find((field) => field.name === name)?.value;
  const [issueDate, urgency, downTo] = ['issueDate', 'urgency', 'downTo'].map(value);
  if (!issueDate) {
    return Promise.reject(new Error(t('dues.needDate')));
  }
  const query = new URLSearchParams({issueDate, urgency: urgency ?? 'NORMAL', downTo: downTo ?? 'COUNTY'});
  if (national) {
    query.set('national', national);
  }
  return get(`/notices/${part.context.notice.id}/proposal?${query}`);
}

/**
 * The table of levels and stages.
 *
 * @param {string} downTo last level
 * @param {(level: string, stage: string) => Node|string} cell what stands where a stage exists at a level
 */
export function duesTable(downTo, cell) {
  const levels = levelsDownTo(downTo);
  return h('table', {class: 'nc-table nc-dues'},
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t('dues.level')),
      COLUMNS.map((stages) => h('th', {scope: 'col'}, stages.map((stage) => t(`stage.${stage}`)).join(' / '))))),
    h('tbody', {}, levels.map((level) => h('tr', {}, h('th', {scope: 'row'}, t(`level.${level}`)),
      COLUMNS.map((stages) => {
        const stage = stages.find((each) => STAGES_OF_LEVEL[level].includes(each));
        return stage
          ? h('td', {}, h('span', {class: `nc-stage-name${stages.length > 1 ? ' nc-both' : ''}`}, t(`stage.${stage}`)),
            cell(level, stage))
          : h('td', {class: 'nc-no-stage'});
      })))));
}

/** The table to read. */
export function duesView(notice) {
  return duesTable(notice.downTo, (level, stage) => {
    const due = (notice.dues ?? []).find((entry) => entry.level === level && entry.stage === stage);
    return h('div', {}, due ? longDate(due.dueDate, 'weekday.short') : '—', ' ',
      due && tentative(due.dueDate, due.provisional));
  });
}

/** `<nc-dues>`: the table with date fields; the value is `[{level, stage, dueDate}]` of the dates that are set. */
export class DuesField extends Field {
  get name() {
    return 'dues';
  }

  get required() {
    return true;
  }

  get follows() {
    return true;
  }

  heading() {
    return h('div', {class: 'nc-label'}, h('span', {class: 'nc-legend'}, this.label),
      h('span', {class: 'nc-must'}, t('required')), h('span', {class: 'nc-hint'}, t('dues.explain')));
  }

  makeControl() {
    this.dates = new Map();
    this.stale = h('span', {class: 'nc-note nc-attention', role: 'status'});
    this.table = h('div', {class: 'nc-scroll'});
    return h('div', {}, h('div', {class: 'nc-buttons'},
      h('button', {type: 'button', class: 'nc-button nc-button-main', click: () => this.propose()}, t('dues.propose')),
      this.stale), this.backwards(), this.table);
  }

  /** Counting back from the day the whole country is done; the date itself is no field of the notice. */
  backwards() {
    this.outcome = h('div', {class: 'nc-note', role: 'status'});
    this.national = new DateControl({id: freshId(), onChange: () => this.tell('', false)});
    return h('div', {class: 'nc-backwards'},
      h('div', {class: 'nc-label'}, h('label', {for: this.national.input.id}, t('dues.national')),
        h('span', {class: 'nc-hint'}, t('dues.national.hint'))),
      h('div', {class: 'nc-buttons'}, this.national.box,
        h('button', {type: 'button', class: 'nc-button', click: () => this.proposeBackwards()}, t('dues.backwards'))),
      this.national.note, this.outcome);
  }

  /** How counting back went, beside its button. */
  tell(words, wrong) {
    this.outcome.textContent = words;
    this.outcome.className = wrong ? 'nc-error' : 'nc-note';
  }

  get downTo() {
    const field = this.closest('nc-form').fields.find(({name}) => name === 'downTo');
    return field?.control?.value || this.context.notice?.downTo || 'COUNTY';
  }

  draw(dues) {
    const before = new Map((dues ?? []).map((due) => [`${due.level} ${due.stage}`, due.dueDate]));
    this.dates.clear();
    this.table.replaceChildren(duesTable(this.downTo, (level, stage) => {
      const words = {level: t(`level.${level}`), stage: t(`stage.${stage}`)};
      const date = new DateControl({label: t('dues.cell', words), onChange: () => this.changed()});
      date.value = before.get(`${level} ${stage}`);
      this.dates.set(`${level} ${stage}`, date);
      return date.element;
    }));
  }

  /** Other fields decide which rows there are and what the policy would propose. */
  heard(field) {
    if (['issueDate', 'urgency', 'downTo'].includes(field.name)) {
      this.stale.textContent = t('dues.stale');
    }
    if (field.name === 'downTo') {
      this.draw(this.value);
      this.changed();
    }
  }

  async propose() {
    try {
      await this.fill(null);
    } catch (error) {
      this.complain(error.message);
    }
  }

  /** Where it is impossible nothing changes, and the refusal says by how much. */
  async proposeBackwards() {
    const date = this.national.value;
    if (date === null) {
      this.tell(t(this.national.faulty ? 'date.wrong' : 'dues.needNational'), true);
      this.national.input.focus();
      return;
    }
    try {
      await this.fill(date);
      this.tell(t('dues.filled', {date: longDate(date)}), false);
    } catch (error) {
      this.tell(error.message, true);
    }
  }

  async fill(national) {
    this.draw((await proposal(this, national)).dues);
    this.stale.textContent = '';
    this.changed();
  }

  get value() {
    return [...this.dates].filter(([, date]) => date.value !== null).map(([key, date]) => {
      const [level, stage] = key.split(' ');
      return {level, stage, dueDate: date.value};
    });
  }

  /** The dates this table shows, in its order. */
  normal(dues) {
    return [...this.dates.keys()].map((key) => (dues ?? []).find((due) => `${due.level} ${due.stage}` === key))
      .filter(Boolean).map(({level, stage, dueDate}) => ({level, stage, dueDate}));
  }

  set value(dues) {
    this.draw(dues);
  }

  get raw() {
    return this.value;
  }

  fault() {
    return [...this.dates.values()].some((date) => date.faulty) ? t('date.wrong') : null;
  }

  obstacle() {
    const open = [...this.dates.values()].filter((date) => date.value === null).length;
    return this.fault() ?? (open > 0 ? t('dues.empty', {n: open}) : null);
  }
}
