/** Where the lines of the progress chart run: numbers only. */

export const SERIES = ['signed', 'planned', 'held', 'reported'];

const DAY = 86400000;

function dayNumber(day) {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** The day in Beijing of a moment, as `yyyy-mm-dd`. */
export function dayOf(moment) {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai'}).format(new Date(moment));
}

/**
 * The span the chart covers: from the day of issue to today, or to the day the notice was closed.
 *
 * @param {{issuedAt: string|null, closedAt: string|null}} notice
 * @param {Array<{day: string}>} days
 * @param {string} today
 */
export function span(notice, days, today) {
  const known = days.map((point) => point.day);
  const from = [notice.issuedAt && dayOf(notice.issuedAt), ...known].filter(Boolean).sort()[0] ?? today;
  const to = [notice.closedAt ? dayOf(notice.closedAt) : today, ...known].sort().at(-1);
  return {from, to: to < from ? from : to};
}

/**
 * The line of one series as steps: a count stays until the day it changes. The last day has its width too.
 *
 * @returns {Array<[number, number]>} points from (0, 0) to (1, 1), right and up; empty where nothing happened
 */
export function steps(days, name, units, {from, to}) {
  const first = dayNumber(from);
  const length = dayNumber(to) - first + 1;
  const points = [];
  let before = 0;
  for (const day of days) {
    const x = (dayNumber(day.day) - first) / length;
    if (day[name] !== before) {
      points.push([x, before / Math.max(1, units)], [x, day[name] / Math.max(1, units)]);
      before = day[name];
    }
  }
  return points.length === 0 ? [] : [[0, 0], ...points, [1, before / Math.max(1, units)]];
}

/** At most `most` days to write below the chart, evenly spread, first and last included. */
export function ticks({from, to}, most = 6) {
  const first = dayNumber(from);
  const last = dayNumber(to) - first;
  const count = Math.min(most - 1, last);
  const days = [];
  for (let i = 0; i <= count; i += 1) {
    const after = count === 0 ? 0 : Math.round((i * last) / count);
    days.push({day: new Date((first + after) * DAY).toISOString().slice(0, 10), x: after / (last + 1)});
  }
  return days;
}
