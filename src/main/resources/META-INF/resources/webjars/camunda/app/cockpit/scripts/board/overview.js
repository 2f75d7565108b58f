/** On Cockpit's dashboard: what is under way, and the way to the board. */

import {banner, h} from '../../../tasklist/scripts/notice/dom.js';
import {get} from './calls.js';
import {ROUTE, formatState, parseState} from './state.js';
import {w} from './words.js';

const SHOWN = 5;

function entry({notice, below}) {
  const {reported, unitsTotal} = below.counts;
  return h('li', {},
    h('a', {href: formatState({...parseState(''), notice: notice.id})}, notice.title ?? w('notices.untitled')),
    h('span', {class: 'nc-under'}, notice.documentNumber),
    h('span', {}, w('overview.summary', {reported, units: unitsTotal, red: below.red, yellow: below.yellow})));
}

export async function overview(node) {
  const list = h('div', {}, w('board.loading'));
  node.append(h('section', {class: 'nc-board nc-form nc-overview', 'aria-label': w('overview.title')},
    h('h2', {}, w('overview.title')), list, h('a', {class: 'nc-button', href: `#${ROUTE}`}, w('board.open'))));
  try {
    const page = await get(`/board/notices?running=true&size=${SHOWN}`);
    list.replaceChildren(page.items.length === 0 ? h('p', {}, w('notices.none')) : h('ul', {}, page.items.map(entry)));
  } catch (failure) {
    list.replaceChildren(banner('bad', w('board.failed', {reason: failure.message})));
  }
}
