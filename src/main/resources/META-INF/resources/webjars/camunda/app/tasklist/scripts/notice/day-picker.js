/** A month to choose a day from, with days off and make-up days marked by a word. */

import {freshId, h} from './dom.js';
import {t} from './language.js';
import {dayNote} from './logic.js';
import {dayAfterKey, plusMonths, weeksAround} from './month.js';

const WEEK = [1, 2, 3, 4, 5, 6, 0];
const FIRST = '2000-01-01';
const LAST = '2099-12-31';

function today() {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai'}).format(new Date());
}

/** A button that opens the month; arrow keys, Page Up and Page Down move, Escape closes. */
export class DayPicker {
  /**
   * @param {object} options
   * @param {() => string|null} options.value the day that is chosen
   * @param {(date: string) => void} options.choose
   * @param {(year: string) => Promise<object|null>} options.calendarOf the working days of a year
   * @param {(date: string, calendar: object|null) => string} options.describe the day in words
   */
  constructor(options) {
    Object.assign(this, options);
    this.titleId = freshId();
    this.button = h('button', {
      type: 'button', class: 'nc-day-button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', 'aria-label': t('pick.open'),
      title: t('pick.open'), click: () => this.panel ? this.close() : this.open(this.value() ?? today()),
    }, h('span', {class: 'glyphicon glyphicon-calendar', 'aria-hidden': 'true'}));
    this.element = h('span', {class: 'nc-day-picker', focusout: (event) => this.left(event)}, this.button);
  }

  open(date) {
    this.panel = h('div', {
      class: 'nc-month-panel', role: 'dialog', 'aria-labelledby': this.titleId, keydown: (event) => this.pressed(event),
    });
    this.element.append(this.panel);
    this.place();
    this.button.setAttribute('aria-expanded', 'true');
    return this.show(date, true);
  }

  /** Below the button, moved so far to the left that it ends where the window does. */
  place() {
    const {left, right} = this.element.closest('.nc-date-pick').getBoundingClientRect();
    const start = Math.max(8, Math.min(left, this.element.ownerDocument.documentElement.clientWidth - this.panel.offsetWidth - 24));
    this.panel.style.right = `${right - start - this.panel.offsetWidth}px`;
  }

  close() {
    this.panel?.remove();
    this.panel = null;
    this.button.setAttribute('aria-expanded', 'false');
  }

  /** Leaving it closes it; a redrawn month has no focus for a moment, which is no leaving. */
  left({relatedTarget}) {
    if (relatedTarget && !this.element.contains(relatedTarget)) {
      this.close();
    }
  }

  async show(date, moveFocus) {
    this.at = date < FIRST ? FIRST : date > LAST ? LAST : date;
    const shown = this.at;
    const calendar = await this.calendarOf(shown.slice(0, 4));
    if (this.panel && this.at === shown) {
      this.panel.replaceChildren(this.head(), this.table(calendar));
      if (moveFocus) {
        this.panel.querySelector('[tabindex="0"]').focus();
        this.panel.scrollIntoView({block: 'nearest'});
      }
    }
  }

  head() {
    const [year, month] = this.at.split('-').map(Number);
    const step = (key, months, sign) => h('button', {
      type: 'button', class: 'nc-step', 'aria-label': t(key), click: (event) => this.step(event, months),
    }, sign);
    return h('div', {class: 'nc-month-head'}, step('pick.before', -1, '\u2039'),
      h('strong', {id: this.titleId, 'aria-live': 'polite'}, t('pick.month', {year, n: month})), step('pick.after', 1, '\u203a'));
  }

  async step({currentTarget}, months) {
    const label = currentTarget.getAttribute('aria-label');
    await this.show(plusMonths(this.at, months), false);
    this.panel?.querySelector(`[aria-label="${label}"]`).focus();
  }

  table(calendar) {
    return h('table', {},
      h('thead', {}, h('tr', {}, WEEK.map((day) => h('th', {scope: 'col', abbr: t(`weekday.${day}`)}, t(`weekday.letter.${day}`))))),
      h('tbody', {}, weeksAround(this.at).map((week) => h('tr', {}, week.map((date) => h('td', {}, date && this.day(date, calendar)))))));
  }

  day(date, calendar) {
    const note = dayNote(date, calendar);
    const mark = note.makeUp ? t('calendar.work') : !note.working && t('calendar.off');
    const kind = note.makeUp ? 'nc-make-up' : note.working ? '' : 'nc-off';
    return h('button', {
      type: 'button', class: `nc-month-day ${kind}`, tabindex: date === this.at ? 0 : -1,
      'aria-label': this.describe(date, calendar), 'aria-pressed': String(date === this.value()),
      'aria-current': date === today() && 'date', click: () => this.take(date),
    }, h('span', {}, Number(date.slice(8))), mark && h('small', {}, mark));
  }

  take(date) {
    this.close();
    this.button.focus();
    this.choose(date);
  }

  pressed(event) {
    const inside = event.target.classList.contains('nc-month-day');
    const next = inside ? dayAfterKey(this.at, event.key) : null;
    if (event.key === 'Escape') {
      this.close();
      this.button.focus();
    } else if (next) {
      this.show(next, true);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
