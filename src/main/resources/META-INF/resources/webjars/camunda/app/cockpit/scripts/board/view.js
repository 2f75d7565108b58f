/** The page of the board: which notice and subtree, its counts, and the parts below. */

import {banner, h} from '../../../tasklist/scripts/notice/dom.js';
import {keepPage, remember, write} from './address.js';
import {get} from './calls.js';
import {chart} from './chart.js';
import {filterBar} from './filters.js';
import {head} from './head.js';
import {noticeList} from './notices.js';
import {Panel} from './panel.js';
import {ROUTE, formatState, parseState, query, unfiltered} from './state.js';
import {UnitTable} from './table.js';
import {w} from './words.js';

export class Board {
  constructor(node) {
    this.root = h('main', {class: 'nc-board nc-form'});
    this.panel = new Panel(this);
    this.focusAfter = null;
    node.append(this.root);
    this.onAddress = () => location.hash.startsWith(`#${ROUTE}`)
      && formatState(parseState(location.hash)) !== formatState(this.state) && this.start();
  }

  start() {
    removeEventListener('popstate', this.onAddress);
    addEventListener('popstate', this.onAddress);
    keepPage();
    document.title = w('board.title');
    this.state = parseState(location.hash);
    this.show();
  }

  leave() {
    removeEventListener('popstate', this.onAddress);
    this.state = null;
    this.root.remove();
  }

  /** Goes somewhere else on the board; the browser's "back" returns. */
  go(state) {
    this.state = state;
    write(formatState(state), true);
    this.show();
  }

  /** Notes in the address what is expanded or open; nothing is loaded again. */
  note(change) {
    this.state = {...this.state, ...change};
    write(formatState(this.state), false);
  }

  /** Shows the subtree of a unit. */
  drill(code) {
    this.panel.close();
    this.go({...unfiltered(this.state), parent: code, unit: '', expanded: []});
    this.root.querySelector('h1')?.focus();
  }

  async show() {
    remember(formatState(this.state));
    const state = this.state;
    this.root.setAttribute('aria-busy', 'true');
    if (this.root.childElementCount === 0) {
      this.root.append(h('h1', {tabindex: -1}, w('board.title')), h('p', {role: 'status'}, w('board.loading')));
    }
    try {
      const content = state.notice ? await this.notice(state) : await noticeList(this);
      if (state === this.state) {
        this.root.replaceChildren(...content);
        this.root.querySelector(`[name="${this.focusAfter}"]`)?.focus();
        this.focusAfter = null;
        if (state.unit) {
          await this.panel.open(state.unit);
        }
      }
    } catch (failure) {
      this.root.replaceChildren(h('h1', {tabindex: -1}, w('board.title')),
        banner('bad', w('board.failed', {reason: failure.message})),
        h('div', {class: 'nc-buttons'},
          h('button', {class: 'nc-button', type: 'button', click: () => this.show()}, w('board.retry')),
          h('a', {class: 'nc-button', href: `#${ROUTE}`, click: (event) => this.link(event, parseState(''))}, w('board.all'))));
    } finally {
      this.root.removeAttribute('aria-busy');
    }
  }

  async notice(state) {
    const base = `/board/notices/${state.notice}`;
    this.table = new UnitTable(this, base);
    const top = await get(`${base}/top${query({parent: state.parent})}`);
    await this.table.load();
    this.counts = h('div', {}, head.counts(top.below));
    return [
      ...head.title(this, top), this.counts, filterBar(this, base),
      this.table.element, chart(base, state), h('p', {class: 'nc-hint'}, w('board.order')),
    ];
  }

  /** Something was done about a unit: its line and the counts are asked for again. */
  async changed(detail) {
    if (!this.state?.notice) {
      return;
    }
    this.table?.refresh(detail.unit);
    const top = await get(`/board/notices/${this.state.notice}/top${query({parent: this.state.parent})}`);
    this.counts.replaceChildren(head.counts(top.below));
  }

  /** A click on one of our own links: without loading the page's frame again. */
  link(event, state) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      this.panel.close();
      this.go(state);
    }
  }
}
