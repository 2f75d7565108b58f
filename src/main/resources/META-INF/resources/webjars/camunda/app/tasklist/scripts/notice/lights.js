/** The card of a task in the list: its due date with the day of the week, and its light in colour and words. */

import {get} from './api.js';
import {longDate, tentative} from './dates.js';
import {h} from './dom.js';
import {DueDays, dayOf} from './due-days.js';
import {t} from './language.js';
import {dueWords} from './logic.js';

const dueDays = new DueDays((days) => get(`/due-dates?${days.map((day) => `day=${day}`).join('&')}`));

function badge(due) {
  const {key, n} = dueWords(due.workingDaysLeft);
  return [
    h('span', {class: `nc-card-light nc-card-${due.light}`, title: t(`lights.${due.light}`)}, t(key, {n})),
    h('span', {class: 'nc-card-due'}, longDate(due.day, 'weekday.short')),
    tentative(due.day, due.provisional),
  ];
}

/** The plugin. Tasklist hands over the card's own scope, which has the task. */
export const lightCard = {
  id: 'notice-light',
  pluginPoint: 'tasklist.card',
  priority: 200,
  properties: {},
  render: async (node, _, scope) => {
    const day = dayOf(scope?.task?.due);
    if (day) {
      const due = await dueDays.of(day).catch(() => null);
      node.replaceChildren(...(due ? [h('div', {class: 'nc-card-line'}, badge(due))] : []));
    }
  },
};
