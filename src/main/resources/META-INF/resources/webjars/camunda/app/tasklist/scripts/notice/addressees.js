/** Drafting: which units receive the notice. */

import {get} from './api.js';
import {h} from './dom.js';
import {Field} from './fields.js';
import {t} from './language.js';

const HEADQUARTERS = '000000';

/** The units right below headquarters: departments and provinces. */
export async function unitsBelowHeadquarters() {
  return (await get(`/units?parent=${HEADQUARTERS}&size=200`)).items;
}

/** `<nc-addressees>`: a searchable checklist; the value is the list of unit codes in code order. */
export class Addressees extends Field {
  get name() {
    return 'addresseeCodes';
  }

  get required() {
    return true;
  }

  heading() {
    return h('div', {class: 'nc-label'}, h('span', {class: 'nc-legend', id: `${this.fieldId}-label`}, this.label),
      h('span', {class: 'nc-must'}, t('required')));
  }

  makeControl() {
    this.chosen = new Set();
    this.rows = [];
    this.search = h('input', {
      type: 'search', class: 'nc-input', placeholder: t('units.search'), 'aria-label': t('units.search'),
      input: () => this.filter(),
    });
    this.only = h('input', {type: 'checkbox', change: () => this.filter()});
    this.list = h('ul', {class: 'nc-units', 'aria-labelledby': `${this.fieldId}-label`});
    const button = (key, action) => h('button', {type: 'button', class: 'nc-button', click: action}, t(key));
    this.loadUnits();
    return h('div', {class: 'nc-picker'},
      h('div', {class: 'nc-buttons'},
        button('units.provinces', () => this.add('PROVINCE')),
        button('units.departments', () => this.add('DEPARTMENT')),
        button('units.clear', () => this.choose([]))),
      h('div', {class: 'nc-search'}, this.search, h('label', {}, this.only, ` ${t('units.show')}`)),
      this.list);
  }

  async loadUnits() {
    try {
      this.units = await unitsBelowHeadquarters();
    } catch (error) {
      this.complain(error.message);
      return;
    }
    this.rows = this.units.map((unit) => {
      const tick = h('input', {type: 'checkbox', change: () => this.toggle(unit.code, tick.checked)});
      const element = h('li', {}, h('label', {}, tick, h('span', {}, unit.name), h('span', {class: 'nc-hint'}, unit.code)));
      return {unit, tick, element};
    });
    this.list.replaceChildren(...this.rows.map(({element}) => element));
    this.refresh();
  }

  toggle(code, on) {
    if (on) {
      this.chosen.add(code);
    } else {
      this.chosen.delete(code);
    }
    this.refresh();
    this.changed();
  }

  choose(codes) {
    this.chosen = new Set(codes);
    this.refresh();
    this.changed();
  }

  add(level) {
    this.choose([...this.chosen, ...this.rows.filter(({unit}) => unit.level === level).map(({unit}) => unit.code)]);
  }

  refresh() {
    this.rows.forEach(({unit, tick}) => {
      tick.checked = this.chosen.has(unit.code);
    });
    this.note.textContent = t('units.chosen', {n: this.chosen.size, all: this.rows.length});
    this.filter();
  }

  filter() {
    const words = this.search.value.trim().toLowerCase();
    let shown = 0;
    for (const {unit, tick, element} of this.rows) {
      const matches = unit.name.toLowerCase().includes(words) || unit.code.startsWith(words);
      element.hidden = !matches || (this.only.checked && !tick.checked);
      shown += element.hidden ? 0 : 1;
    }
    this.list.dataset.nothing = this.rows.length > 0 && shown === 0 ? t('units.nothing') : '';
  }

  get value() {
    return [...this.chosen].sort();
  }

  normal(codes) {
    return [...(codes ?? [])].sort();
  }

  set value(codes) {
    this.chosen = new Set(codes ?? []);
    this.refresh();
  }

  get raw() {
    return this.value;
  }

  obstacle() {
    return this.chosen.size === 0 ? t('units.none') : null;
  }
}
