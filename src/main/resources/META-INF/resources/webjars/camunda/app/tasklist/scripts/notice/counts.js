/**
 * How many tasks each list holds, beside its name: Tasklist itself shows it for the open list only. Asked when Tasklist
 * opens and when the person moved on, never by the clock.
 */

import {get} from './api.js';
import {h} from './dom.js';
import {t} from './language.js';

/** After something was done the engine's lists are asked again, but not more often than this. */
const PAUSE_MILLIS = 5000;

export class Counts {
  /** @param {Document} page @param {() => Promise<Array<{name: string, count: number}>>} ask */
  constructor(page, ask) {
    this.page = page;
    this.ask = ask;
    this.counts = new Map();
    this.askedAt = 0;
  }

  start(view) {
    new view.MutationObserver(() => this.show()).observe(this.page.body, {childList: true, subtree: true});
    view.addEventListener('hashchange', () => this.refresh());
    this.refresh();
  }

  async refresh() {
    if (Date.now() - this.askedAt < PAUSE_MILLIS) {
      return;
    }
    this.askedAt = Date.now();
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
  render: () => {
    if (!started) {
      started = true;
      new Counts(document, () => get('/filters')).start(window);
    }
  },
};
