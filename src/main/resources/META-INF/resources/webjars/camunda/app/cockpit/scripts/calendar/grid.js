/** A year as twelve months; what a day is stands there as a word, not as a colour alone. */

import {h} from '../../../tasklist/scripts/notice/dom.js';
import {t} from '../../../tasklist/scripts/notice/language.js';
import {weekday} from '../../../tasklist/scripts/notice/logic.js';
import {holidaySpans, weeksOf} from './spans.js';

const WEEK = [1, 2, 3, 4, 5, 6, 0];
const MARKS = {HOLIDAY: 'calendar.off', MAKE_UP_DAY: 'calendar.work'};

/** What the colours and words mean. */
export function legend() {
  const entry = (kind, key, mark) => h('li', {}, h('span', {class: `nc-day nc-day-${kind}`}, mark), t(key));
  return h('ul', {class: 'nc-calendar-legend'},
    entry('HOLIDAY', 'calendar.legend.off', t('calendar.off')), entry('MAKE_UP_DAY', 'calendar.legend.work', t('calendar.work')),
    entry('WEEKEND', 'calendar.legend.weekend', '6'), entry('WORKDAY', 'calendar.legend.workday', '1'));
}

/**
 * The months side by side.
 *
 * @param {number} year
 * @param {Array<{month: number, days: Array<{date: string, kind: string, name: string|null}>}>} months
 */
export function yearGrid(year, months) {
  return h('div', {class: 'nc-months'}, months.map((month) => monthTable(year, month)));
}

function monthTable(year, {month, days}) {
  const working = days.filter(({kind}) => kind === 'WORKDAY' || kind === 'MAKE_UP_DAY').length;
  const spans = holidaySpans(days);
  return h('section', {class: 'nc-month'},
    h('table', {},
      h('caption', {}, h('span', {}, t('calendar.month', {n: month})), h('span', {class: 'nc-hint'}, t('calendar.count', {n: working}))),
      h('thead', {}, h('tr', {}, WEEK.map((day) =>
        h('th', {scope: 'col'}, h('abbr', {title: t(`weekday.${day}`)}, t(`weekday.letter.${day}`)))))),
      h('tbody', {}, weeksOf(days).map((week) => h('tr', {}, week.map((day) => dayCell(day)))))),
    spans.length > 0 && h('ul', {class: 'nc-spans'}, spans.map((span) => h('li', {}, spanWords(month, span)))));
}

function dayCell(day) {
  if (!day) {
    return h('td');
  }
  const kind = t(`calendar.kind.${day.kind}`);
  const words = [t(`weekday.${weekday(day.date)}`), day.name, kind].filter(Boolean).join(' ');
  return h('td', {class: `nc-day nc-day-${day.kind}`, title: `${day.date} ${words}`},
    h('span', {}, Number(day.date.slice(8))), MARKS[day.kind] && h('small', {}, t(MARKS[day.kind])));
}

function spanWords(month, {kind, name, from, to}) {
  const when = t(from === to ? 'calendar.day' : 'calendar.span', {month, from, to});
  return `${when} ${t(kind === 'HOLIDAY' ? 'calendar.holidays' : 'calendar.workdays', {name: name ?? ''})}`;
}
