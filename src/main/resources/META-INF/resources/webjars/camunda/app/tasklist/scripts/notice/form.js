/** The frame of every form: loads the task, hands its data to the parts, saves the draft, guards the submission. */

import {get, put, putAndWait} from './api.js';
import {Draft} from './draft.js';
import {banner, h} from './dom.js';
import {Field} from './fields.js';
import {detailOf, t} from './language.js';
import {same} from './logic.js';
import {Stash} from './stash.js';

/**
 * `<nc-form saves="work|notice" with="notice">`
 *
 * `saves` names what the fields belong to: the work of the task or the notice being drafted; without it nothing is
 * saved before submission. `with="notice"` loads the draft of the notice too. The form's script connects it:
 * `camForm.formElement.find('nc-form')[0].connect(camForm)`.
 *
 * Parts are elements inside with a method `show(context)`; fields (see fields.js) are saved and checked; a part may have
 * `beforeSubmit(camForm)` to set variables.
 */
export class Form extends HTMLElement {
  /** @param {object} camForm Tasklist's form: taskId, processDefinitionId, variableManager, on(), submitPrevented */
  connect(camForm) {
    this.camForm = camForm;
    this.classList.add('nc-form');
    this.ready = false;
    this.status = h('div', {class: 'nc-status', 'aria-live': 'polite'});
    this.messages = h('div', {class: 'nc-messages'});
    this.prepend(h('div', {class: 'nc-top'}));
    this.append(this.messages, this.status);
    this.stash = new Stash(camForm.taskId ?? camForm.processDefinitionId);
    this.draft = new Draft({send: (changes, signal) => put(this.target, this.versioned(changes), signal), onState: (s, detail) => this.told(s, detail)});
    camForm.on('submit', () => this.beforeSubmit());
    camForm.on('submit-success', () => this.finished());
    camForm.on('submit-failed', (_, [error]) => this.refused(error));
    this.addEventListener('nc-change', (event) => this.changed(event.target));
    this.addEventListener('focusout', () => this.draft.flush());
    this.onHide = () => document.visibilityState === 'hidden' && this.draft.flush();
    document.addEventListener('visibilitychange', this.onHide);
    this.watchClaim();
    this.load();
  }

  disconnectedCallback() {
    this.draft?.flush();
    this.observer?.disconnect();
    document.removeEventListener('visibilitychange', this.onHide);
  }

  get fields() {
    return [...this.querySelectorAll('*')].filter((element) => element instanceof Field);
  }

  get parts() {
    return [...this.querySelectorAll('*')].filter((element) => typeof element.show === 'function');
  }

  /** Where the draft is saved. */
  get target() {
    return this.getAttribute('saves') === 'notice'
      ? `/notices/${this.context.notice.id}` : `/tasks/${encodeURIComponent(this.camForm.taskId)}/work`;
  }

  /** The changes and what was read before them: the service refuses to overwrite what a colleague changed meanwhile. */
  versioned(changes) {
    return this.getAttribute('saves') === 'notice' ? changes : {...changes, revision: this.context.revision ?? null};
  }

  async load() {
    this.querySelector('.nc-top').replaceChildren(h('p', {class: 'nc-quiet'}, t('form.loading')));
    try {
      this.context = await this.fetchContext();
    } catch (error) {
      this.querySelector('.nc-top').replaceChildren(banner('bad', t('form.loadFailed', {reason: error.message}), ' ',
        h('button', {type: 'button', class: 'nc-button', click: () => this.load()}, t('form.retry'))));
      return;
    }
    const record = this.context.record;
    this.parts.forEach((part) => part.show(this.context));
    this.draft.start(Object.fromEntries(this.fields.map((field) => [field.name, field.normal(record[field.name] ?? null)])));
    this.ready = true;
    this.restore();
    this.applyClaim();
  }

  async fetchContext() {
    if (!this.camForm.taskId) {
      return {record: {}, notice: null};
    }
    const task = await get(`/tasks/${encodeURIComponent(this.camForm.taskId)}`);
    const wanted = this.getAttribute('with') === 'notice' || this.getAttribute('saves') === 'notice';
    const draft = wanted && task.noticeId ? await get(`/notices/${task.noticeId}`) : null;
    return {
      ...task,
      notice: draft ?? task.notice,
      versions: (draft ? draft.versions : task.versions) ?? [],
      record: (this.getAttribute('saves') === 'notice' ? draft : task.work) ?? {},
    };
  }

  /** Brings back what could not be saved the last time this task was open in this window. */
  restore() {
    const kept = this.locked ? {} : this.stash.read();
    const changed = this.fields.filter((field) => field.name in kept && !same(field.raw, kept[field.name]));
    for (const field of changed) {
      field.value = kept[field.name];
      this.changed(field);
      field.complain(field.fault());
    }
    if (changed.length > 0) {
      this.say('warn', t('form.kept'));
    }
  }

  changed(field) {
    if (!(field instanceof Field) || !this.ready) {
      return;
    }
    this.stash.keep(field.name, field.raw);
    if (this.hasAttribute('saves') && !this.locked) {
      this.draft.change(field.name, field.fault() ? undefined : field.value);
    }
    this.fields.forEach((other) => other !== field && other.heard?.(field));
    this.forgive(field);
  }

  /** Takes back what stopped the last submission once the fields it named are in order. */
  forgive(field) {
    this.obstacles = (this.obstacles ?? []).filter((other) => other !== field || field.obstacle());
    if (this.stopped && this.obstacles.length === 0) {
      this.stopped = false;
      this.messages.replaceChildren();
    }
  }

  /** The draft tells how saving went. */
  told(state, detail) {
    const time = () => new Date().toTimeString().slice(0, 5);
    const words = {
      dirty: () => t('form.dirty'),
      saving: () => t('form.saving'),
      saved: () => t('form.saved', {time: time()}),
      failed: () => t('form.saveFailed', {reason: detail.message}) + t('form.keepKept'),
    };
    this.status.textContent = words[state]?.() ?? '';
    this.status.className = `nc-status nc-status-${state}`;
    if ((state === 'saved' || state === 'dirty') && Number.isInteger(detail?.revision)) {
      this.context.revision = detail.revision;
    }
    if (state === 'saved') {
      this.stash.clear(this.fields.filter((field) => field.fault()).map((field) => field.name));
      this.follow(detail);
    }
    if (state === 'failed') {
      this.showErrors(detail);
    }
  }

  /** Shows what the server made of the saved values: hints, and dates it moved. */
  follow(answer) {
    const record = answer?.work ?? answer?.notice ?? {};
    for (const field of this.fields.filter(({follows, name}) => follows && name in record)) {
      const theirs = field.normal(record[field.name]);
      if (!same(field.value, theirs)) {
        this.draft.saved[field.name] = theirs;
        field.value = record[field.name];
      }
    }
    this.messages.replaceChildren(...(answer?.hints ?? []).map((hint) => banner('warn', hint)));
  }

  showErrors(error) {
    for (const {field: name, message} of error.errors ?? []) {
      this.fields.find((field) => field.name === name)?.complain(message);
    }
  }

  /** Tasklist is about to complete the task; it does not wait, so neither may this. */
  beforeSubmit() {
    const obstacles = this.ready ? this.fields.map((field) => [field, field.obstacle()]).filter(([, words]) => words) : [];
    obstacles.forEach(([field, words]) => field.complain(words));
    this.obstacles = obstacles.map(([field]) => field);
    this.stopped = obstacles.length > 0;
    try {
      if (!this.ready) {
        throw new Error(t('form.notReady'));
      }
      if (obstacles.length > 0) {
        obstacles[0][0].focusControl();
        throw new Error(t('form.fix', {fields: obstacles.map(([field]) => field.label).join('、')}));
      }
      this.saveNow();
      this.parts.forEach((part) => part.beforeSubmit?.(this.camForm));
    } catch (error) {
      this.camForm.submitPrevented = true;
      this.say('bad', error.message);
    }
  }

  saveNow() {
    try {
      this.draft.flushAndWait((changes) => putAndWait(this.target, this.versioned(changes)));
    } catch (error) {
      throw new Error(t('form.saveBeforeSubmit', {reason: error.message}), {cause: error});
    }
  }

  /**
   * The engine did not complete the task. A refusal of this service is said here, beside the form; Tasklist's own
   * message of the same would cover the button until it is closed, and stays away from "submission prevented".
   */
  refused(error) {
    if (this.camForm.submitPrevented) {
      return;
    }
    const answer = error?.response?.body;
    const reason = detailOf({detail: answer?.message ?? error?.message, detailEn: answer?.messageEn});
    this.say('bad', t('form.notSubmitted', {reason: reason ?? ''}));
    if (answer?.type === 'Refusal') {
      error.message = 'camForm submission prevented';
    }
  }

  finished() {
    this.draft.finish();
    this.stash.clear();
  }

  say(kind, words) {
    this.messages.replaceChildren(banner(kind, words));
  }

  /** Tasklist marks the form of an unclaimed task with a class, and takes it away once it is claimed. */
  watchClaim() {
    const frame = this.closest('[ng-class*="disabled-form"]');
    if (frame) {
      this.observer = new MutationObserver(() => this.applyClaim());
      this.observer.observe(frame, {attributes: true, attributeFilter: ['class']});
    }
  }

  get locked() {
    return this.closest('.disabled-form') !== null;
  }

  applyClaim() {
    if (!this.ready) {
      return;
    }
    const claimed = this.wasLocked && !this.locked;
    this.wasLocked = this.locked;
    if (claimed) {
      this.load(); // a colleague may have worked on it since it was opened
      return;
    }
    this.querySelector('.nc-top').replaceChildren(...(this.locked ? [banner('info', t('form.claimFirst'))] : []));
    this.fields.forEach((field) => {
      field.disabled = this.locked;
    });
  }
}
