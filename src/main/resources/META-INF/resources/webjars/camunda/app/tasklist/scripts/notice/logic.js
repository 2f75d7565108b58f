/** What the forms calculate: no page, no network, so it can be tested by itself. */

/** Characters as a person counts them: by code point, so that a rare character outside the basic plane is one. */
export function countCharacters(text) {
  let count = 0;
  for (const _ of text ?? '') {
    count += 1;
  }
  return count;
}

/**
 * Reads a whole number as people type it: full-width digits and thousands commas are understood.
 *
 * @param {string} text
 * @returns {{value: number|null, wrong: boolean}} an empty text is null, anything else that is no whole number is wrong
 */
export function readInteger(text) {
  const plain = (text ?? '').normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') {
    return {value: null, wrong: false};
  }
  const value = Number(plain);
  return /^\d+$/.test(plain) && Number.isSafeInteger(value) ? {value, wrong: false} : {value: null, wrong: true};
}

/** The key and number for "how many working days are left". */
export function dueWords(workingDaysLeft) {
  if (workingDaysLeft < 0) {
    return {key: 'due.late', n: -workingDaysLeft};
  }
  return workingDaysLeft === 0 ? {key: 'due.today', n: 0} : {key: 'due.left', n: workingDaysLeft};
}

function comparable(value) {
  return JSON.stringify(value === undefined || value === '' ? null : value);
}

/** Whether two field values are the same; empty text and null are. */
export function same(one, other) {
  return comparable(one) === comparable(other);
}

/** A complete calendar date of the years 2000 to 2099 as `yyyy-mm-dd`. */
export function isDate(text) {
  const match = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(text ?? '');
  if (!match) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Day of the week of `yyyy-mm-dd`, 0 is Sunday. */
export function weekday(date) {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/**
 * What to say under a date.
 *
 * @param {string} date `yyyy-mm-dd`
 * @param {{days: Array<{date: string, working: boolean, name?: string|null}>, provisionalYears: number[]}|null} calendar
 *     answer of `GET /calendar`; a day it does not list is an ordinary one; null knows weekends only
 * @returns {{weekday: number, working: boolean, makeUp: boolean, name: string|null, provisional: boolean}}
 */
export function dayNote(date, calendar) {
  const listed = calendar?.days?.find((day) => day.date === date);
  const day = weekday(date);
  const weekend = day === 0 || day === 6;
  const working = listed ? listed.working : !weekend;
  return {
    weekday: day,
    working,
    makeUp: working && weekend,
    name: listed?.name || null,
    provisional: Boolean(calendar?.provisionalYears?.includes(Number(date.slice(0, 4)))),
  };
}

/** The stages each level goes through, upper levels first. */
export const STAGES_OF_LEVEL = {
  HQ: ['REPORT'],
  DEPARTMENT: ['RECEIPT', 'STUDY', 'REPORT'],
  PROVINCE: ['RECEIPT', 'PLAN', 'REPORT'],
  PREFECTURE: ['RECEIPT', 'STUDY', 'REPORT'],
  COUNTY: ['RECEIPT', 'STUDY', 'REPORT'],
  TOWNSHIP: ['RECEIPT', 'STUDY', 'REPORT'],
};

/** The levels a notice reaches when it goes down to `downTo`; headquarters and its departments always. */
export function levelsDownTo(downTo) {
  const levels = Object.keys(STAGES_OF_LEVEL);
  const last = levels.indexOf(downTo);
  return last < 0 ? levels : levels.slice(0, last + 1);
}

/** Size of a file in words. */
export function fileSize(bytes) {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A moment from the server as `yyyy-mm-dd hh:mm` of Beijing. */
export function momentText(instant) {
  const date = new Date(instant ?? '');
  if (Number.isNaN(date.getTime())) {
    return String(instant ?? '');
  }
  return new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short'}).format(date);
}
