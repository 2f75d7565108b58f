/** A month as weeks and steps between days: no page, so it can be tested by itself. */

const DAY_MILLIS = 86_400_000;

function utc(date) {
  return new Date(`${date}T00:00:00Z`);
}

function text(date) {
  return date.toISOString().slice(0, 10);
}

/** The day `days` after `date`, before it where negative. */
export function plusDays(date, days) {
  return text(new Date(utc(date).getTime() + days * DAY_MILLIS));
}

/** The same day `months` later; the last of the month where that month is shorter. */
export function plusMonths(date, months) {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return text(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()))));
}

/** The weeks of the month that `date` is in, Monday first; null where the month has no such day. */
export function weeksAround(date) {
  const first = `${date.slice(0, 8)}01`;
  const cells = Array((utc(first).getUTCDay() + 6) % 7).fill(null);
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = plusDays(day, 1)) {
    cells.push(day);
  }
  while (cells.length % 7 !== 0) {
    cells.push(null);
  }
  return Array.from({length: cells.length / 7}, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The day a key leads to from `date`, or null where the key means nothing here. */
export function dayAfterKey(date, key) {
  const steps = {
    ArrowLeft: () => plusDays(date, -1), ArrowRight: () => plusDays(date, 1),
    ArrowUp: () => plusDays(date, -7), ArrowDown: () => plusDays(date, 7),
    PageUp: () => plusMonths(date, -1), PageDown: () => plusMonths(date, 1),
    Home: () => `${date.slice(0, 8)}01`, End: () => plusDays(plusMonths(`${date.slice(0, 8)}01`, 1), -1),
  };
  return steps[key]?.() ?? null;
}
