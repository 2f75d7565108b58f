/** The page: a year as it is in force and, for administrators, the entry of its arrangement. */

import {get} from '../../../tasklist/scripts/notice/api.js';
import {banner, freshId, h} from '../../../tasklist/scripts/notice/dom.js';
import {t} from '../../../tasklist/scripts/notice/language.js';
import {ArrangementEntry} from './entry.js';
import {legend, yearGrid} from './grid.js';

const FIRST = 2002;
const LAST = 2099;
const THIS_YEAR = Number(new Intl.DateTimeFormat('en-US', {timeZone: 'Asia/Shanghai', year: 'numeric'}).format(new Date()));

export class CalendarPage {
  constructor(node) {
    this.year = THIS_YEAR;
    this.body = h('div', {'aria-live': 'polite'});
    this.input = h('input', {
      type: 'number', class: 'nc-input nc-year', id: freshId(), min: FIRST, max: LAST, value: this.year,
      change: () => this.go(Number(this.input.value)),
    });
    const step = (key, by) => h('button', {type: 'button', class: 'nc-button', click: () => this.go(this.year + by)}, t(key));
    node.replaceChildren(h('main', {class: 'nc-form nc-calendar'},
      h('header', {class: 'nc-calendar-head'}, h('h1', {}, t('calendar.title')), h('p', {class: 'nc-hint'}, t('calendar.explain'))),
      h('div', {class: 'nc-buttons'}, step('calendar.before', -1),
        h('label', {for: this.input.id}, t('calendar.year')), this.input, step('calendar.after', 1)),
      this.body));
    this.go(this.year);
  }

  async go(year) {
    this.year = Math.min(LAST, Math.max(FIRST, Math.round(year) || THIS_YEAR));
    this.input.value = this.year;
    const wanted = this.year;
    this.body.replaceChildren(h('p', {class: 'nc-quiet'}, t('calendar.loading')));
    try {
      const answer = await get(`/calendar/years/${wanted}`);
      if (this.year === wanted) {
        this.show(answer);
      }
    } catch (error) {
      this.body.replaceChildren(banner('bad', t('calendar.failed', {reason: error.message}), ' ',
        h('button', {type: 'button', class: 'nc-button', click: () => this.go(wanted)}, t('calendar.retry'))));
    }
  }

  show({arranged, mayEnter}, ...said) {
    this.body.replaceChildren(
      ...said,
      arranged.provisional
        ? banner('warn', t('calendar.provisional', {year: arranged.year}))
        : h('p', {class: 'nc-hint'}, t('calendar.source', {number: arranged.documentNumber ?? ''})),
      legend(), yearGrid(arranged.year, arranged.months),
      ...(mayEnter ? [new ArrangementEntry(arranged, (answer) => this.entered(answer)).element] : []));
  }

  /** The year again as it is now, with what entering it did on top. */
  async entered({year, recalculated}) {
    const done = h('div', {role: 'status', tabindex: '-1'}, banner('info',
      t(recalculated > 0 ? 'calendar.saved' : 'calendar.saved.none', {year, n: recalculated})));
    this.show(await get(`/calendar/years/${year}`), done);
    done.focus();
  }
}
