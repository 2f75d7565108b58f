/** Cockpit's page of working days (工作日历): for everybody who may enter Cockpit, that is supervisors and administrators. */

import {t} from '../../../tasklist/scripts/notice/language.js';
import {CalendarPage} from './page.js';

const PATH = '/working-days';

for (const file of ['../../../tasklist/scripts/notice/notice.css', 'calendar.css']) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(file, import.meta.url).href;
  document.head.append(link);
}

export default [
  {
    id: 'working-days',
    pluginPoint: 'cockpit.route',
    properties: {path: PATH, label: PATH},
    render: (node) => new CalendarPage(node),
  },
  {
    id: 'working-days',
    pluginPoint: 'cockpit.navigation',
    priority: 20,
    properties: {path: PATH},
    render: (node) => {
      const link = document.createElement('a');
      link.href = `#${PATH}`;
      link.textContent = t('calendar.title');
      node.replaceChildren(link);
    },
  },
];
