/** How far the units below are: sums and who is missing, in code order and without any ranking. */

import {banner, fold, h} from './dom.js';
import {t} from './language.js';

/** Up to this many missing units the list stands open. */
const OPEN_UP_TO = 12;

/** `<nc-rollup>`: nothing where there are no subordinate units. */
export class Rollup extends HTMLElement {
  show({rollup}) {
    if (!rollup || !rollup.unitsTotal) {
      this.replaceChildren();
      return;
    }
    this.replaceChildren(h('section', {class: 'nc-card'},
      h('h4', {}, t('rollup.title')),
      h('dl', {class: 'nc-figures'}, this.figures(rollup).map(([name, value]) =>
        h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
      this.missing(rollup), this.waived(rollup)));
  }

  figures(rollup) {
    const of = (n, all) => (all === undefined || all === null ? `${n}` : `${n} / ${all}`);
    return [
      [t('rollup.total'), `${rollup.unitsTotal}`],
      [t('rollup.signed'), of(rollup.signed, rollup.unitsTotal)],
      ...(rollup.planned || rollup.toPlan ? [[t('rollup.planned'), of(rollup.planned, rollup.toPlan)]] : []),
      [t('rollup.held'), of(rollup.held, rollup.toHold)],
      [t('rollup.reported'), of(rollup.reported, rollup.unitsTotal)],
      [t('rollup.participants'), `${rollup.participants}`],
      ...(rollup.waivedTotal ? [[t('rollup.waivedTotal'), `${rollup.waivedTotal}`]] : []),
    ];
  }

  missing(rollup) {
    const units = rollup.missing ?? [];
    if (units.length === 0) {
      return banner('info', t('rollup.complete'));
    }
    return this.list(t('rollup.missing'), units, rollup.missingTotal ?? units.length);
  }

  /** Units their superior excused: neither missing nor reported. */
  waived(rollup) {
    const units = rollup.waived ?? [];
    return units.length === 0 ? null : this.list(t('rollup.waived'), units, rollup.waivedTotal ?? units.length);
  }

  list(title, units, total) {
    return fold(title, {open: units.length <= OPEN_UP_TO, count: `${total}`},
      h('table', {class: 'nc-table'},
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t('rollup.unit')), h('th', {scope: 'col'}, t('rollup.stage')))),
        h('tbody', {}, units.map((unit) => h('tr', {}, h('td', {}, unit.name), h('td', {}, unit.stageLabel))),
          total > units.length && h('tr', {}, h('td', {colspan: 2}, '…')))));
  }
}
