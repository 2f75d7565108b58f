/** What the grid calculates: no page, so it can be tested by itself. */

import {weekday} from '../../../tasklist/scripts/notice/logic.js';

/** The days of a month in weeks from Monday to Sunday; null where the month has no such day. */
export function weeksOf(days) {
  const before = (weekday(days[0].date) + 6) % 7;
  const cells = [...Array(before).fill(null), ...days];
  while (cells.length % 7 !== 0) {
    cells.push(null);
  }
  return Array.from({length: cells.length / 7}, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/**
 * Days off and make-up days of a month, neighbours of one kind and name together.
 *
 * @param {Array<{date: string, kind: string, name: string|null}>} days of one month, in order
 * @returns {Array<{kind: 'HOLIDAY'|'MAKE_UP_DAY', name: string|null, from: number, to: number}>} days of the month
 */
export function holidaySpans(days) {
  const spans = [];
  for (const {date, kind, name} of days.filter((day) => day.kind === 'HOLIDAY' || day.kind === 'MAKE_UP_DAY')) {
    const day = Number(date.slice(8));
    const last = spans.at(-1);
    if (last && last.kind === kind && last.name === name && last.to === day - 1) {
      last.to = day;
    } else {
      spans.push({kind, name, from: day, to: day});
    }
  }
  return spans;
}

/** Where line `line` (from 1) of a text begins and ends; its end where it has no such line. */
export function lineRange(text, line) {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const start = Math.min(before, text.length);
  return {start, end: start + (lines[line - 1]?.length ?? 0)};
}
