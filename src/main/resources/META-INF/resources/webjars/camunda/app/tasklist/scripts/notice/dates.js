/** Dates: the browser's own date field, with the day of the week and days off said below. */

import {get} from './api.js';
import {DayPicker} from './day-picker.js';
import {h} from './dom.js';
import {Field} from './fields.js';
import {language, t} from './language.js';
import {dayNote, isDate, weekday} from './logic.js';

const years = new Map();
const ENGLISH = new Intl.DateTimeFormat('en-GB', {dateStyle: 'full', timeZone: 'UTC'});
const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'});

/** The working days of a year, asked once; null where the service does not answer. */
function calendarOf(year) {
  if (!years.has(year)) {
    years.set(year, get(`/calendar?from=${year}-01-01&to=${year}-12-31`).catch(() => {
      years.delete(year);
      return null;
    }));
  }
  return years.get(year);
}

/** What stands under a date, and whether it deserves attention. */
export function noteWords(date, calendar) {
  const note = dayNote(date, calendar);
  const day = t(`weekday.short.${note.weekday}`);
  // Many days are named after their weekday only; a holiday's own name is worth telling.
  const named = note.name && !/^(周|星期)/.test(note.name);
  let words = t('date.working', {weekday: day});
  if (note.makeUp) {
    words = t('date.makeUp', {weekday: day});
  } else if (!note.working) {
    words = named ? t('date.offNamed', {weekday: day, name: note.name}) : t('date.off', {weekday: day});
  }
  if (note.provisional) {
    words += `${t('note.and')}${t('date.provisional', {year: date.slice(0, 4)})}`;
  }
  return {words, attention: !note.working || note.provisional};
}

/**
 * A date as people read it: 2026年12月1日（星期二）, with `weekday.short` （周二）, or Tuesday 1 December 2026.
 */
export function longDate(date, weekdays = 'weekday') {
  if (!isDate(date)) {
    return date ?? '';
  }
  return language === 'en'
    ? ENGLISH.format(new Date(`${date}T00:00:00Z`)) : `${plainDate(date)}（${t(`${weekdays}.${weekday(date)}`)}）`;
}

/** The same without the day of the week. */
function plainDate(date) {
  if (language === 'en') {
    return ENGLISH_DAY.format(new Date(`${date}T00:00:00Z`));
  }
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/**
 * What marks a due date whose year has no published arrangement yet: 暂定. Empty for any other date, and until the
 * service has said so.
 *
 * @param {string|null|undefined} date
 * @param {boolean} [provisional] where that is known already
 */
export function tentative(date, provisional) {
  const mark = h('span', {class: 'nc-tentative'});
  const show = (yes) => {
    mark.textContent = yes ? t('date.tentative') : '';
    mark.title = yes ? t('date.tentative.why', {year: date.slice(0, 4)}) : '';
  };
  if (provisional !== undefined || !isDate(date)) {
    show(Boolean(provisional));
  } else {
    calendarOf(date.slice(0, 4)).then((calendar) => show(dayNote(date, calendar).provisional));
  }
  return mark;
}

/** A due date to read, marked where it is provisional. */
export function dueDate(date, weekdays) {
  return h('span', {class: 'nc-due'}, longDate(date, weekdays), tentative(date));
}

/** What to place for a control: a date field comes with its button. */
export function boxOf(control) {
  return control.closest('.nc-date-pick') ?? control;
}

/** A date field and the note about its day, for use inside larger components. */
export class DateControl {
  /** @param {{label?: string, id?: string, onChange: () => void}} options */
  constructor({label, id, onChange}) {
    this.input = h('input', {
      type: 'date', class: 'nc-input nc-date', min: '2000-01-01', max: '2099-12-31', id, 'aria-label': label,
      input: () => this.explain(), change: onChange,
    });
    this.note = h('div', {class: 'nc-note', 'aria-live': 'polite'});
    this.picker = new DayPicker({
      calendarOf, value: () => this.value, choose: (date) => this.choose(date),
      describe: (date, calendar) => `${plainDate(date)} ${noteWords(date, calendar).words}`,
    });
    this.box = h('span', {class: 'nc-date-pick'}, this.input, this.picker.element);
    this.element = h('div', {class: 'nc-date-box'}, this.box, this.note);
  }

  /** As if the person had typed it. */
  choose(date) {
    this.value = date;
    this.input.dispatchEvent(new Event('change', {bubbles: true}));
  }

  get value() {
    return isDate(this.input.value) ? this.input.value : null;
  }

  set value(date) {
    this.input.value = date ?? '';
    this.explain();
  }

  get faulty() {
    return this.input.validity.badInput || (this.input.value !== '' && !isDate(this.input.value));
  }

  async explain() {
    const date = this.value;
    this.note.textContent = '';
    if (date === null) {
      return;
    }
    const calendar = await calendarOf(date.slice(0, 4));
    if (this.value === date) {
      const {words, attention} = noteWords(date, calendar);
      this.note.textContent = words;
      this.note.classList.toggle('nc-attention', attention);
    }
  }
}

/** `<nc-date name required>` */
export class DateField extends Field {
  makeControl() {
    this.date = new DateControl({onChange: () => this.changed()});
    return this.date.input;
  }

  show(context) {
    super.show(context);
    // The control stands in a box of its own with its note; labels still point at the input.
    this.note.replaceWith(this.date.note);
    this.control.replaceWith(this.date.box);
    this.date.box.prepend(this.control);
    this.date.note.id = `${this.fieldId}-note`;
    this.note = this.date.note;
  }

  get value() {
    return this.date.value;
  }

  set value(date) {
    this.date.value = date;
  }

  get raw() {
    return this.value;
  }

  fault() {
    return this.date.faulty ? t('date.wrong') : null;
  }
}
