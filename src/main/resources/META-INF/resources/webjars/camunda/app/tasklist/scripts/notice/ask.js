/** The tab beside a task's form where a unit asks for more time. */

import {get, post} from './api.js';
import {boxOf, DateControl, dueDate, longDate} from './dates.js';
import {banner, descriptions, freshId, h} from './dom.js';
import {pastRequests} from './extension.js';
import {language, t} from './language.js';
import {countCharacters} from './logic.js';

const LONGEST_REASON = 1000;

/** The tab of one task: its dates, the request form or why there is none, and what was asked for before. */
export class AskTab {
  constructor(node, taskId) {
    this.taskId = taskId;
    this.said = h('div', {role: 'status', tabindex: '-1'});
    this.body = h('div');
    node.replaceChildren(h('div', {class: 'nc-form nc-tab'}, this.said, this.body));
    this.load();
  }

  async load() {
    this.body.replaceChildren(h('p', {class: 'nc-quiet'}, t('form.loading')));
    try {
      this.task = await get(`/tasks/${encodeURIComponent(this.taskId)}`);
      await this.show();
    } catch (error) {
      this.body.replaceChildren(banner('bad', t('extension.loadFailed', {reason: error.message}), ' ',
        h('button', {type: 'button', class: 'nc-button', click: () => this.load()}, t('form.retry'))));
    }
  }

  async show() {
    if (!this.task.assignmentId) {
      this.body.replaceChildren(banner('info', t('extension.noUnit')));
      return;
    }
    this.path = `/assignments/${this.task.assignmentId}/extensions`;
    const [terms, requests] = await Promise.all([get(`${this.path}/terms`), get(this.path)]);
    this.body.replaceChildren(
      this.dates(),
      terms.possible ? this.form(terms)
        : banner('info', t('extension.cannot', {why: (language === 'en' && terms.whyEn) || terms.why})),
      requests.length > 0 ? pastRequests(requests, true) : h('p', {class: 'nc-quiet'}, t('extension.none')));
  }

  dates() {
    const {unit, stageLabel, stage, originalDue, dueDate: due} = this.task;
    return h('section', {class: 'nc-card'}, h('h4', {}, t('extension.dues')), descriptions([
      [t('head.unit'), unit?.name],
      [t('head.stage'), language === 'en' && stage ? t(`stage.${stage}`) : stageLabel],
      [t('extension.original'), originalDue && dueDate(originalDue)],
      [t('extension.current'), due && dueDate(due)],
    ]));
  }

  form({unitsBelow}) {
    this.until = new DateControl({id: freshId(), onChange: () => this.complain(this.untilError, null)});
    this.until.input.min = this.task.dueDate;
    this.untilError = this.errorOf(this.until.input, this.until.note);
    this.count = h('div', {class: 'nc-note', id: freshId()});
    this.reason = h('textarea', {class: 'nc-input', rows: 4, id: freshId(), input: () => this.counted()});
    this.reasonError = this.errorOf(this.reason, this.count);
    this.below = h('input', {type: 'checkbox', id: freshId()});
    this.button = h('button', {type: 'submit', class: 'nc-button nc-button-main'}, t('extension.send'));
    this.failed = h('div', {role: 'alert'});
    this.counted();
    return h('form', {class: 'nc-card nc-ask', novalidate: true, submit: (event) => this.submit(event)},
      h('h4', {}, t('extension.ask')), h('p', {class: 'nc-hint'}, t('extension.explain')),
      this.row(t('extension.newDue'), this.until.input, t('extension.later', {date: longDate(this.task.dueDate)}),
        this.until.note, this.untilError),
      this.row(t('extension.reason'), this.reason, null, this.count, this.reasonError),
      unitsBelow && h('div', {class: 'nc-field'},
        h('label', {class: 'nc-tick', for: this.below.id}, this.below, h('span', {}, t('extension.alsoBelow'))),
        h('p', {class: 'nc-hint'}, t('extension.alsoBelow.hint'))),
      this.failed, h('div', {class: 'nc-buttons'}, this.button));
  }

  row(label, control, hint, ...below) {
    return h('div', {class: 'nc-field'}, h('div', {class: 'nc-label'}, h('label', {for: control.id}, label),
      h('span', {class: 'nc-must'}, t('required')), hint && h('span', {class: 'nc-hint'}, hint)), boxOf(control), ...below);
  }

  /** The place of a field's message, tied to the field. */
  errorOf(control, note) {
    const error = h('div', {class: 'nc-error', id: freshId(), role: 'alert'});
    note.id = note.id || freshId();
    control.setAttribute('aria-describedby', `${note.id} ${error.id}`);
    return error;
  }

  complain(error, words) {
    error.textContent = words ?? '';
    return words ? 1 : 0;
  }

  counted() {
    const n = countCharacters(this.reason.value);
    this.count.textContent = t('field.count', {n, max: LONGEST_REASON});
    this.complain(this.reasonError, n > LONGEST_REASON ? t('field.tooLong', {n: n - LONGEST_REASON, max: LONGEST_REASON}) : null);
  }

  /** What keeps the request from being sent; says so beside the fields and goes to the first. */
  faulty() {
    const until = this.until.value;
    const late = until !== null && until <= this.task.dueDate;
    const wrongDate = this.complain(this.untilError, this.until.faulty ? t('date.wrong')
      : until === null ? t('field.empty', {label: t('extension.newDue')})
        : late ? t('extension.later', {date: longDate(this.task.dueDate)}) : null);
    this.counted();
    const wrongReason = this.reasonError.textContent ? 1
      : this.complain(this.reasonError, this.reason.value.trim() === '' ? t('field.empty', {label: t('extension.reason')}) : null);
    if (wrongDate || wrongReason) {
      (wrongDate ? this.until.input : this.reason).focus();
    }
    return wrongDate + wrongReason > 0;
  }

  async submit(event) {
    event.preventDefault();
    if (this.faulty()) {
      return;
    }
    this.button.disabled = true;
    this.button.textContent = t('extension.sending');
    this.failed.replaceChildren();
    try {
      const answer = await post(this.path,
        {reason: this.reason.value.trim(), newDue: this.until.value, downwards: this.below.checked});
      this.say(t('extension.sent', {superior: this.task.superior?.name ?? t('extension.superior')}), answer.hint,
        answer.neededBy && t('extension.neededBy', {date: longDate(answer.neededBy)}));
      await this.load();
    } catch (error) {
      this.failed.replaceChildren(banner('bad', t('extension.not', {reason: error.message})));
    } finally {
      this.button.disabled = false;
      this.button.textContent = t('extension.send');
    }
  }

  say(...words) {
    this.said.replaceChildren(banner('info', words.filter(Boolean).join(' ')));
    this.said.focus();
  }
}

/** The plugin: a tab after the form. */
export const extensionTab = {
  id: 'notice-extension',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {label: t('extension.tab')},
  render: (node, {taskId}) => new AskTab(node, taskId),
};
