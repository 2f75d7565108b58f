/** The units as a table whose lines expand; every branch and page is loaded when it is asked for. */

import {banner, h} from '../../../tasklist/scripts/notice/dom.js';
import {get} from './calls.js';
import {days, due, light, person} from './cells.js';
import {isFiltered, query} from './state.js';
import {Tree} from './tree.js';
import {share, w} from './words.js';

const PAGE = 100;
const COLUMNS = ['unit', 'light', 'stage', 'due', 'days', 'signed', 'planned', 'held', 'reported', 'red', 'contact'];

export class UnitTable {
  constructor(board, base) {
    this.board = board;
    this.base = base;
    this.flat = isFiltered(board.state);
    this.tree = new Tree(this.flat ? [] : board.state.expanded);
    this.status = h('p', {class: 'nc-found', role: 'status'});
    this.problem = h('div', {});
    this.body = h('tbody', {role: 'rowgroup'});
    this.element = h('section', {class: 'nc-units-table'}, this.status, this.problem,
      h('div', {class: 'nc-scroll'}, h('table', {'class': 'nc-table nc-tree', 'role': 'table'},
        h('caption', {class: 'nc-hidden'}, w('table.caption')),
        h('thead', {role: 'rowgroup'}, h('tr', {role: 'row'},
          COLUMNS.map((name) => h('th', {scope: 'col', role: 'columnheader', class: `nc-col-${name}`}, w(`column.${name}`))))),
        this.body)));
  }

  /** The top, and whatever was expanded before, level by level. */
  async load() {
    await this.fetch('');
    for (let missing = this.tree.missing(); missing.length > 0 && !this.flat; missing = this.tree.missing()) {
      await Promise.all(missing.map((code) => this.fetch(code)));
    }
    this.draw();
  }

  async fetch(code) {
    const state = this.board.state;
    const where = code === '' ? state : {parent: code};
    const page = this.tree.nextPage(code);
    this.tree.add(code, await get(`${this.base}/units${query(where, {page, size: PAGE})}`));
  }

  /** Loads and draws; what fails is said and can be tried again. */
  async more(code, focus) {
    this.problem.replaceChildren();
    try {
      await this.fetch(code);
    } catch (failure) {
      this.problem.replaceChildren(banner('bad', w('board.failed', {reason: failure.message})));
      return;
    }
    this.draw(focus);
  }

  async toggle(code) {
    this.tree.toggle(code);
    this.board.note({expanded: this.tree.expanded()});
    this.draw(`toggle-${code}`);
    if (this.tree.isOpen(code) && !this.tree.isLoaded(code)) {
      await this.more(code, `toggle-${code}`);
    }
  }

  /** One unit's line anew. */
  refresh(view) {
    this.tree.replace(view);
    this.draw();
  }

  draw(focus) {
    const lines = this.tree.lines(this.flat);
    const n = this.tree.total();
    this.status.textContent = n === 0 ? w(this.flat ? 'filter.none' : 'filter.noChildren')
      : w(this.flat ? 'filter.found' : 'filter.children', {n});
    const active = focus ?? document.activeElement?.id;
    this.body.replaceChildren(...lines.map((line) => (line.view ? this.line(line) : this.moreLine(line))));
    if (active && this.body.querySelector(`#${CSS.escape(active)}`)) {
      this.body.querySelector(`#${CSS.escape(active)}`).focus();
    }
  }

  line({level, view, expandable, expanded}) {
    const {unit, below} = view;
    const name = unit.unitName;
    const loading = expanded && !this.tree.isLoaded(unit.unitCode);
    const cells = {
      light: light(view), stage: w(`stage.${unit.stage}`), due: due(view), days: days(view),
      signed: below && share(below.counts.signed, below.counts.unitsTotal),
      planned: below && share(below.counts.planned, below.counts.toPlan),
      held: below && share(below.counts.held, below.counts.toHold),
      reported: below && share(below.counts.reported, below.counts.unitsTotal),
      red: below && h('span', {class: below.red ? 'nc-late' : null}, `${below.red}`),
      contact: this.contact(view),
    };
    return h('tr', {'role': 'row', 'class': `nc-level-${Math.min(level, 4)}`},
      h('th', {scope: 'row', role: 'rowheader', class: 'nc-col-unit'}, h('div', {class: 'nc-unit'},
        expandable ? h('button', {
          'type': 'button', 'class': 'nc-toggle', 'id': `toggle-${unit.unitCode}`, 'aria-expanded': String(expanded),
          'aria-label': w(expanded ? 'row.collapse' : 'row.expand', {name}), 'click': () => this.toggle(unit.unitCode),
        }, h('span', {'aria-hidden': 'true'}, expanded ? '▾' : '▸')) : h('span', {class: 'nc-toggle'}),
        h('div', {},
          h('span', {class: 'nc-hidden'}, w('row.level', {n: level})),
          h('button', {
            'type': 'button', 'class': 'nc-name', 'id': `unit-${unit.unitCode}`, 'aria-haspopup': 'dialog',
            'click': (event) => this.board.panel.open(unit.assignmentId, event.currentTarget),
          }, name),
          h('span', {class: 'nc-under'}, `${w(`level.${unit.level}`)} ${unit.unitCode}`,
            this.flat && unit.superiorName && ` · ${unit.superiorName}`),
          unit.extensionAsked && h('span', {class: 'nc-tag nc-tag-warn'}, w('waits.EXTENSION')),
          unit.escalated && h('span', {class: 'nc-tag nc-tag-bad'}, w('waits.ESCALATION')),
          loading && h('span', {class: 'nc-hint'}, w('row.loading'))))),
      COLUMNS.slice(1).map((column) => h('td', {
        'role': 'cell', 'class': `nc-col-${column}`, 'data-label': w(`column.${column}`),
      }, cells[column] || h('span', {class: 'nc-nothing'}, '—'))));
  }

  contact(view) {
    if (view.turn === null || view.turn === 'BELOW') {
      return view.turn && w('turn.BELOW');
    }
    const hint = view.turn === 'SUPERIOR' && h('span', {class: 'nc-hint'}, w('turn.SUPERIOR'));
    return hint || view.contacts.length > 0 ? [hint, view.contacts.map(person)] : null;
  }

  moreLine({level, more, left}) {
    return h('tr', {role: 'row', class: `nc-level-${Math.min(level, 4)}`},
      h('td', {role: 'cell', colspan: COLUMNS.length, class: 'nc-col-unit'}, h('button', {
        type: 'button', class: 'nc-button', id: `more-${more}`, click: () => this.more(more, `more-${more}`),
      }, w('row.more', {n: Math.min(PAGE, left), left}))));
  }
}
