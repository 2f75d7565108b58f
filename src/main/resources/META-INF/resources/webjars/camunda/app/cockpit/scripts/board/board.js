/**
 * The supervisors' board (督办看板): a page of its own in Cockpit, an overview on the dashboard, and the way back from a
 * process instance. Cockpit loads this module once (`customScripts` in ../config.js).
 */

import {h} from '../../../tasklist/scripts/notice/dom.js';
import {lastAddress} from './address.js';
import {Board} from './view.js';
import {overview} from './overview.js';
import {ROUTE, formatState, parseState} from './state.js';
import {w} from './words.js';

function addStyle(href) {
  if (![...document.styleSheets].some((sheet) => sheet.href === href)) {
    document.head.append(h('link', {rel: 'stylesheet', href}));
  }
}

addStyle(new URL('../../../tasklist/scripts/notice/notice.css', import.meta.url).href);
addStyle(new URL('./board.css', import.meta.url).href);

let shown = null;

export default [
  {
    id: 'notice-board-link',
    pluginPoint: 'cockpit.navigation',
    priority: 1000,
    properties: {path: '#/notice-board'},
    render(node) {
      node.append(h('a', {class: 'nc-nav', href: formatState(parseState(''))}, w('board.title')));
    },
  },
  {
    id: 'notice-board',
    pluginPoint: 'cockpit.route',
    priority: 1000,
    properties: {label: ROUTE, path: ROUTE},
    render(node) {
      shown?.leave();
      shown = new Board(node);
      shown.start();
    },
    unmount() {
      shown?.leave();
      shown = null;
    },
  },
  {
    id: 'notice-board-overview',
    pluginPoint: 'cockpit.dashboard',
    priority: 1000,
    render(node) {
      overview(node);
    },
  },
  {
    id: 'notice-board-back',
    pluginPoint: 'cockpit.processInstance.runtime.action',
    priority: 1000,
    render(node) {
      node.append(h('a', {'class': 'nc-back', 'href': lastAddress(), 'aria-label': w('board.back')}, w('board.backShort')));
    },
  },
];
