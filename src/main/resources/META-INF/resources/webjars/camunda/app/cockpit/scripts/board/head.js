/** What stands above the units: notice, place in the hierarchy, counts. */

import {h} from '../../../tasklist/scripts/notice/dom.js';
import {ROUTE, formatState, parseState, unfiltered} from './state.js';
import {due, light} from './cells.js';
import {share, w} from './words.js';

function crumbs(board, top) {
  const at = (code) => ({...unfiltered(board.state), parent: code, unit: '', expanded: []});
  const last = top.path.length - 1;
  return h('nav', {'class': 'nc-crumbs', 'aria-label': w('path.label')}, h('ol', {},
    h('li', {}, h('a', {href: `#${ROUTE}`, click: (event) => board.link(event, parseState(''))}, w('board.all'))),
    top.path.map((step, i) => h('li', {}, i === last
      ? h('span', {'aria-current': 'page'}, step.name)
      : h('a', {href: formatState(at(step.code)), click: (event) => board.link(event, at(step.code))}, step.name)))));
}

function title(board, top) {
  const {notice, unit: view} = top;
  return [
    crumbs(board, top),
    h('header', {class: 'nc-board-head'},
      h('p', {class: 'nc-number'}, notice.documentNumber, h('span', {class: 'nc-tag'}, w(`status.${notice.status}`))),
      h('h1', {tabindex: -1}, notice.title ?? w('notices.untitled')),
      h('p', {class: 'nc-self'}, h('strong', {}, view.unit.unitName), h('span', {}, w(`stage.${view.unit.stage}`)),
        light(view), due(view),
        h('button', {
          'class': 'nc-button', 'type': 'button', 'click': (event) => board.panel.open(view.unit.assignmentId, event.currentTarget),
        }, w('top.details')))),
  ];
}

/** Sums over the subtree; nothing in them compares one unit with another. */
function counts(below) {
  const {counts: c} = below;
  const figures = [
    [w('count.units'), c.unitsTotal], [w('count.signed'), share(c.signed, c.unitsTotal)],
    ...(c.toPlan ? [[w('count.planned'), share(c.planned, c.toPlan)]] : []),
    [w('count.held'), share(c.held, c.toHold)], [w('count.reported'), share(c.reported, c.unitsTotal)],
    [w('count.open'), below.open], [w('count.yellow'), below.yellow, below.yellow && 'nc-is-yellow'],
    [w('count.red'), below.red, below.red && 'nc-is-red'],
    ...(c.waived ? [[w('count.waived'), c.waived]] : []), ...(below.missed ? [[w('count.missed'), below.missed]] : []),
    [w('count.participants'), c.participants],
  ];
  return h('section', {'aria-label': w('counts.title')}, h('dl', {class: 'nc-figures'},
    figures.map(([name, value, kind]) => h('div', {class: kind || null}, h('dt', {}, name), h('dd', {}, `${value}`)))));
}

export const head = {title, counts};
