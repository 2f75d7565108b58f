/** The filter bar, and the export of what it lets pass. */

import {freshId, h} from '../../../tasklist/scripts/notice/dom.js';
import {address} from './calls.js';
import {isFiltered, query, unfiltered} from './state.js';
import {w} from './words.js';

const CHOICES = {
  light: ['GREEN', 'YELLOW', 'RED'],
  stage: ['RECEIPT', 'PLAN', 'STUDY', 'REVIEW', 'WAITING', 'REPORT', 'DELIVERED', 'MISSED', 'WAIVED'],
  level: ['DEPARTMENT', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'],
  state: ['open', 'finished'],
  waits: ['EXTENSION', 'ESCALATION'],
};

function field(name, label, control) {
  return h('div', {class: `nc-filter nc-filter-${name}`}, h('label', {for: control.id}, label), control);
}

function select(name, chosen) {
  const control = h('select', {'class': 'nc-input', 'name': name, 'id': freshId()},
    h('option', {value: ''}, w('filter.any')),
    CHOICES[name].map((value) => h('option', {value}, w(`${name === 'state' ? 'filter' : name}.${value}`))));
  control.value = chosen;
  return control;
}

/** Applies at once when a list is chosen from, and on "search" for the text. */
export function filterBar(board, base) {
  const text = h('input', {
    class: 'nc-input', type: 'search', name: 'text', id: freshId(), maxlength: 100, value: board.state.text,
  });
  const selects = Object.fromEntries(Object.keys(CHOICES).map((name) => [name, select(name, board.state[name])]));
  const apply = (focus) => {
    const chosen = Object.fromEntries(Object.entries(selects).map(([name, control]) => [name, control.value]));
    board.panel.close();
    board.go({...board.state, ...chosen, text: text.value.trim(), unit: ''});
    board.focusAfter = focus;
  };
  const form = h('form', {
    'class': 'nc-filters', 'role': 'search', 'aria-label': w('filter.title'),
    'submit': (event) => {
      event.preventDefault();
      apply('text');
    },
    'change': (event) => event.target !== text && apply(event.target.name),
  },
    field('text', w('filter.text'), text),
    Object.entries(selects).map(([name, control]) => field(name, w(`filter.${name}`), control)),
    h('div', {class: 'nc-filter-buttons'},
      h('button', {class: 'nc-button nc-button-main', type: 'submit'}, w('filter.search')),
      isFiltered(board.state) && h('button', {
        class: 'nc-button', type: 'button', click: () => board.go({...unfiltered(board.state), unit: ''}),
      }, w('filter.clear')),
      h('a', {class: 'nc-button', href: address(`${base}/export${query(board.state)}`), download: true}, w('export.link'))));
  return form;
}
