/** The notices one may watch, under way or finished, newest first. */

import {h} from '../../../tasklist/scripts/notice/dom.js';
import {get} from './calls.js';
import {formatState, parseState} from './state.js';
import {share, w} from './words.js';

const PAGE = 20;

function row(board, {notice, below}) {
  const at = {...parseState(''), notice: notice.id};
  const cell = (label, ...content) => h('td', {'role': 'cell', 'data-label': label}, ...content);
  return h('tr', {role: 'row'},
    h('th', {scope: 'row', role: 'rowheader'},
      h('a', {href: formatState(at), click: (event) => board.link(event, at)}, notice.title ?? w('notices.untitled')),
      h('span', {class: 'nc-under'}, notice.documentNumber)),
    cell(w('notices.issued'), notice.issueDate ?? '—'),
    cell(w('count.units'), `${below.counts.unitsTotal}`),
    cell(w('count.signed'), share(below.counts.signed, below.counts.unitsTotal)),
    cell(w('count.reported'), share(below.counts.reported, below.counts.unitsTotal)),
    cell(w('count.yellow'), `${below.yellow}`),
    cell(w('count.red'), h('span', {class: below.red ? 'nc-late' : null}, `${below.red}`)));
}

function table(board, items) {
  const columns = [
    w('notices.name'), w('notices.issued'), w('count.units'), w('count.signed'), w('count.reported'), w('count.yellow'), w('count.red'),
  ];
  return h('div', {class: 'nc-scroll'}, h('table', {class: 'nc-table nc-tree nc-notices', role: 'table'},
    h('caption', {class: 'nc-hidden'}, w('notices.title')),
    h('thead', {role: 'rowgroup'}, h('tr', {role: 'row'}, columns.map((name) => h('th', {scope: 'col', role: 'columnheader'}, name)))),
    h('tbody', {role: 'rowgroup'}, items.map((item) => row(board, item)))));
}

/** The list with its choice between running and finished ones. */
export async function noticeList(board) {
  const {running} = board.state;
  const page = await get(`/board/notices?running=${running}&size=${PAGE}`);
  const items = [...page.items];
  const list = h('div', {}, items.length === 0 ? h('p', {role: 'status'}, w('notices.none')) : table(board, items));
  const more = h('button', {class: 'nc-button', type: 'button'}, w('notices.more'));
  more.hidden = page.total <= items.length;
  more.addEventListener('click', async () => {
    const next = await get(`/board/notices?running=${running}&size=${PAGE}&page=${Math.floor(items.length / PAGE)}`);
    items.push(...next.items);
    list.replaceChildren(table(board, items));
    more.hidden = next.total <= items.length;
  });
  const choice = (value, text) => h('button', {
    'class': `nc-button${running === value ? ' nc-button-main' : ''}`, 'type': 'button', 'aria-pressed': String(running === value),
    'click': () => board.go({...parseState(''), running: value}),
  }, text);
  return [
    h('h1', {tabindex: -1}, w('board.title')),
    h('div', {class: 'nc-buttons'}, choice(true, w('notices.running')), choice(false, w('notices.finished'))),
    list, more,
  ];
}
