/** Progress over time: lines that differ in dash as well as in colour, and the same figures as a table. */

import {banner, h} from '../../../tasklist/scripts/notice/dom.js';
import {get} from './calls.js';
import {SERIES, span, steps, ticks} from './curve.js';
import {query} from './state.js';
import {w} from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 52;
const BOTTOM = 26;
const TOP = 10;
const RIGHT = 24;

function s(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

function drawing({notice, units, days, today}) {
  const covered = span(notice, days, today);
  const x = (part) => LEFT + part * (WIDTH - LEFT - RIGHT);
  const y = (part) => HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
  const levels = [...new Set([0, Math.round(units / 2), units])];
  const lines = SERIES.map((name) => [name, steps(days, name, units, covered)]).filter(([, points]) => points.length > 0);
  const label = w('chart.label', {series: lines.map(([name]) => w(`chart.${name}`)).join('，'), units});
  return h('figure', {class: 'nc-chart'},
    s('svg', {'viewBox': `0 0 ${WIDTH} ${HEIGHT}`, 'role': 'img', 'aria-label': label, 'class': 'nc-drawing'},
      ...levels.flatMap((level) => [
        s('line', {class: 'nc-grid', x1: x(0), x2: x(1), y1: y(level / Math.max(1, units)), y2: y(level / Math.max(1, units))}),
        s('text', {'x': LEFT - 6, 'y': y(level / Math.max(1, units)) + 4, 'text-anchor': 'end'}, `${level}`),
      ]),
      ...ticks(covered).map((tick) => s('text', {'x': x(tick.x), 'y': HEIGHT - 8, 'text-anchor': 'middle'}, tick.day.slice(5))),
      ...lines.map(([name, points]) => s('polyline', {
        class: `nc-line nc-line-${name}`, points: points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(' '),
      }))),
    h('figcaption', {class: 'nc-legend-lines'}, lines.map(([name]) => h('span', {},
      s('svg', {'viewBox': '0 0 30 8', 'class': 'nc-sample', 'aria-hidden': 'true'},
        s('line', {class: `nc-line nc-line-${name}`, x1: 0, x2: 30, y1: 4, y2: 4})), w(`chart.${name}`)))));
}

function figures({days}) {
  return h('details', {class: 'nc-fold'}, h('summary', {}, w('chart.table')),
    h('div', {class: 'nc-fold-body', tabindex: 0}, h('table', {class: 'nc-table'},
      h('thead', {}, h('tr', {}, ['day', ...SERIES].map((name) => h('th', {scope: 'col'}, w(`chart.${name}`))))),
      h('tbody', {}, days.map((day) => h('tr', {}, h('th', {scope: 'row'}, day.day),
        SERIES.map((name) => h('td', {}, `${day[name]}`))))))));
}

/** A section that asks for its figures when it is opened. */
export function chart(base, state) {
  const body = h('div', {class: 'nc-fold-body nc-chart-body'}, w('board.loading'));
  let asked = false;
  const load = async () => {
    asked = true;
    try {
      const progress = await get(`${base}/progress${query({parent: state.parent})}`);
      body.replaceChildren(...(progress.days.length === 0 ? [h('p', {}, w('chart.none'))] : [drawing(progress), figures(progress)]));
    } catch (failure) {
      asked = false;
      body.replaceChildren(banner('bad', w('board.failed', {reason: failure.message})));
    }
  };
  return h('details', {class: 'nc-fold nc-chart-fold', toggle: (event) => event.target.open && !asked && load()},
    h('summary', {}, h('h2', {class: 'nc-fold-title'}, w('chart.title'))), body);
}
