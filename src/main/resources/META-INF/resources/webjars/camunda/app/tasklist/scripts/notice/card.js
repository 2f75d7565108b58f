/** The card of a task in the list: marks a due date that is provisional. */

import {tentative} from './dates.js';
import {h} from './dom.js';

const DAY = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai', dateStyle: 'short'});

/** The day of a moment in Beijing as `yyyy-mm-dd`, or null. */
export function dayOf(moment) {
  const date = new Date(moment ?? '');
  return Number.isNaN(date.getTime()) ? null : DAY.format(date);
}

/** The plugin. Tasklist hands over the card's own scope, which has the task: nothing is asked per card. */
export const provisionalCard = {
  id: 'notice-provisional',
  pluginPoint: 'tasklist.card',
  priority: 100,
  properties: {},
  render: (node, _, scope) => {
    const day = scope?.task?.due ? dayOf(scope.task.due.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : null;
    node.replaceChildren(...(day ? [h('div', {class: 'nc-card-mark'}, tentative(day))] : []));
  },
};
