/**
 * How many tasks each list holds, beside its name: Tasklist itself shows it for the open list only. Asked when Tasklist
 * opens and when the person moved on, never by the clock.
 */

import {get} from './api.js';
import {h} from './dom.js';
import {t} from './language.js';

/** However fast a person moves on, the lists are counted again no sooner than this. */
const PAUSE_MILLIS = 5000;

export class Counts {
  /**
   * @param {Document} page
   * @param {() => Promise<Array<{name: string, count: number}>>} ask
   * @param {{now: () => number, later: (action: () => void, millis: number) => void}} [time]
   */
  constructor(page, ask, time = {now: () => Date.now(), later: (action, millis) => setTimeout(action, millis)}) {
    this.page = page;
    this.ask = ask;
    this.time = time;
    this.counts = new Map();
    this.askedAt = -PAUSE_MILLIS;
    this.waiting = false;
  }

  /** The person moved on: what was counted may have changed. */
  refresh() {
    const wait = this.askedAt + PAUSE_MILLIS - this.time.now();
    if (this.waiting) {
      return Promise.resolve();
    }
    if (wait > 0) {
      this.waiting = true;
      this.time.later(() => {
        this.waiting = false;
        this.refresh();
      }, wait);
      return Promise.resolve();
    }
    this.askedAt = this.time.now();
    return this.load();
  }

  async load() {
    try {
      this.counts = new Map((await this.ask()).map(({name, count}) => [name, count]));
      this.show();
    } catch {
      // The lists work without their counts. Before the sign-in nothing is told: asked again right after it.
      this.askedAt = 0;
    }
  }

  /** Writes each count behind its list's name, unless it stands there already. */
  show() {
    for (const link of this.page.querySelectorAll('.task-filter h4.name a')) {
      const name = [...link.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim();
      const count = this.counts.get(name);
      const badge = link.querySelector('.nc-count-badge');
      if (count === undefined) {
        badge?.remove();
      } else if (!badge) {
        link.append(h('span', {class: 'nc-count-badge', title: t('counts.label', {n: count})}, String(count)));
      } else if (badge.textContent !== String(count)) {
        badge.textContent = String(count);
        badge.title = t('counts.label', {n: count});
      }
    }
  }
}

let started = false;

/** The plugin: it draws nothing of its own, the navigation bar is only where Tasklist runs it once. */
export const countBadges = {
  id: 'notice-counts',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1,
  properties: {},
  render: (_, __, scope) => {
    if (!started) {
      started = true;
      const counts = new Counts(document, () => get('/filters'));
      new MutationObserver(() => counts.show()).observe(document.body, {childList: true, subtree: true});
      scope?.$root?.$on('$locationChangeSuccess', () => counts.refresh());
      counts.refresh();
    }
  },
};
