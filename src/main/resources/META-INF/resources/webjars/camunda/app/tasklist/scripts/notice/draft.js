/** Keeps what was typed: collects changes, saves them after a pause, and knows what is not saved yet. */

import {same} from './logic.js';

const RETRY_MILLIS = 10000;

/**
 * @typedef {'clean'|'dirty'|'saving'|'saved'|'failed'} DraftState
 */
export class Draft {
  /**
   * @param {object} options
   * @param {(changes: object, signal: AbortSignal) => Promise<any>} options.send saves the changed fields; rejects with
   *     what is to be shown
   * @param {(state: DraftState, detail: any) => void} options.onState told of every change of state; the detail is the
   *     server's answer after `saved`, the error after `failed`
   * @param {number} [options.pauseMillis] how long typing must rest before a save
   * @param {(action: () => void, millis: number) => any} [options.schedule]
   * @param {(handle: any) => void} [options.cancel]
   */
  constructor({send, onState, pauseMillis = 800, schedule = (a, ms) => setTimeout(a, ms), cancel = (h) => clearTimeout(h)}) {
    this.send = send;
    this.onState = onState;
    this.pauseMillis = pauseMillis;
    this.schedule = schedule;
    this.cancel = cancel;
    this.timer = null;
    this.running = null;
    this.sending = null;
    this.over = false;
    this.start({});
  }

  /** Begins from what the server holds. */
  start(saved) {
    this.saved = {...saved};
    this.current = {};
    this.changes = {};
  }

  /** Notes a field's value; `undefined` withdraws a change that is no longer fit to be saved. */
  change(name, value) {
    this.current[name] = value;
    this.compare(name);
    if (this.pending) {
      this.onState('dirty', null);
      this.later(this.pauseMillis);
    }
  }

  compare(name) {
    const value = this.current[name];
    if (value === undefined || same(value, this.saved[name])) {
      delete this.changes[name];
    } else {
      this.changes[name] = value === '' ? null : value;
    }
  }

  /** Whether anything is not saved yet. */
  get pending() {
    return Object.keys(this.changes).length > 0;
  }

  later(millis) {
    this.cancel(this.timer);
    this.timer = this.schedule(() => this.flush(), millis);
  }

  /** Saves now what is pending; one save at a time, a change made meanwhile follows. */
  async flush() {
    this.cancel(this.timer);
    if (this.over || !this.pending) {
      return;
    }
    if (this.running) {
      await this.running;
      return this.flush();
    }
    const sent = {...this.changes};
    const save = {sent, controller: new AbortController()};
    this.sending = save;
    this.onState('saving', null);
    this.running = this.send(sent, save.controller.signal).then(
      (answer) => this.sending === save && this.accepted(sent, answer),
      (error) => this.sending === save && this.refused(error));
    await this.running;
    this.running = null;
    this.sending = null;
  }

  /**
   * Saves what is pending through a call that waits. A save that is still on its way, with older text, is called off, and
   * its fields are sent again: on a slow line it could arrive last.
   *
   * @param {(changes: object) => any} sendAndWait throws where the save failed
   * @throws whatever it throws, after reporting it
   */
  flushAndWait(sendAndWait) {
    this.cancel(this.timer);
    const sent = {...this.callOff(), ...this.changes};
    if (Object.keys(sent).length === 0) {
      return;
    }
    try {
      this.accepted(sent, sendAndWait(sent));
    } catch (error) {
      this.onState('failed', error);
      throw error;
    }
  }

  /** Calls off the save under way; returns its fields as they are now. */
  callOff() {
    const save = this.sending;
    if (!save) {
      return {};
    }
    this.sending = null;
    save.controller.abort();
    const now = (name) => this.current[name] === undefined ? this.saved[name] : this.current[name];
    const value = (name) => now(name) === '' || now(name) === undefined ? null : now(name);
    return Object.fromEntries(Object.keys(save.sent).map((name) => [name, value(name)]));
  }

  /** No more saving: the task is done. */
  finish() {
    this.cancel(this.timer);
    this.over = true;
  }

  accepted(sent, answer) {
    Object.assign(this.saved, sent);
    Object.keys(sent).forEach((name) => this.compare(name));
    this.onState(this.pending ? 'dirty' : 'saved', answer);
    if (this.pending) {
      this.later(this.pauseMillis);
    }
  }

  refused(error) {
    this.onState('failed', error);
    if (error?.passing && !this.over) {
      this.later(RETRY_MILLIS);
    }
  }
}
