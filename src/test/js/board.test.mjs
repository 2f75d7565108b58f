import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './board-modules.mjs';

const {formatState, isFiltered, parseState, query, unfiltered} = await load('state.js');
const {Tree} = await load('tree.js');
const {dayOf, span, steps, ticks} = await load('curve.js');
const {daysText, share, w} = await load('words.js');
const {en} = await load('texts-en.js');
const {zh} = await load('texts-zh.js');

const full = {
  notice: 7, running: true, parent: '640000', text: '银川 & 区', light: 'RED', stage: 'STUDY', level: 'COUNTY', state: 'open',
  waits: 'EXTENSION', unit: '12', expanded: ['640100', '640200'],
};

test('the address holds the whole state and gives it back', () => {
  assert.deepEqual(parseState(formatState(full)), full);
  const none = parseState('#/notice-board');
  assert.equal(none.notice, null);
  assert.equal(formatState(none), '#/notice-board');
  assert.deepEqual(parseState(formatState({...none, running: false})), {...none, running: false});
});

test('an address somebody wrote by hand does no harm', () => {
  const state = parseState('#/notice-board?notice=-1&expanded=640100,%3Cb%3E,../x,640200&text=%3Cscript%3E');
  assert.equal(state.notice, null);
  assert.deepEqual(state.expanded, ['640100', '640200']);
  assert.equal(state.text, '<script>');
  assert.equal(parseState(undefined).notice, null);
});

test('spells the address as the router of the page does', () => {
  const address = formatState({...full, text: "a b,c:d@e(f)'g"});
  assert.match(address, /expanded=640100,640200/);
  assert.match(address, /text=a%20b,c:d@e\(f\)'g&/);
  assert.equal(parseState(address).text, "a b,c:d@e(f)'g");
});

test('only filters make the list flat, and clearing them keeps the place', () => {
  assert.equal(isFiltered({...unfiltered(full)}), false);
  assert.equal(unfiltered(full).parent, '640000');
  assert.equal(isFiltered(parseState('#/notice-board?notice=1&parent=640000&unit=3')), false);
  assert.equal(isFiltered(parseState('#/notice-board?notice=1&state=finished')), true);
});

test('asks the server with its own words', () => {
  const sent = new URLSearchParams(query(full, {page: 2}));
  assert.deepEqual(Object.fromEntries(sent), {
    parent: '640000', text: '银川 & 区', light: 'RED', stage: 'STUDY', level: 'COUNTY', open: 'true', waits: 'EXTENSION', page: '2',
  });
  assert.equal(new URLSearchParams(query({state: 'finished'})).get('open'), 'false');
  assert.equal(query({parent: ''}), '?');
});

const unit = (code, below = null) => ({unit: {unitCode: code}, below});
const page = (items, total = items.length, number = 0) => ({items, total, page: number});

test('shows subordinates below their superior once it is expanded', () => {
  const tree = new Tree();
  tree.add('', page([unit('11', {}), unit('12')]));
  assert.deepEqual(tree.lines().map((line) => [line.view.unit.unitCode, line.level, line.expandable]), [['11', 1, true], ['12', 1, false]]);

  tree.toggle('11');
  assert.deepEqual(tree.missing(), ['11']);
  tree.add('11', page([unit('1101'), unit('1102')]));

  assert.deepEqual(tree.missing(), []);
  assert.deepEqual(tree.lines().map((line) => `${line.level} ${line.view.unit.unitCode}`), ['1 11', '2 1101', '2 1102', '1 12']);
  tree.toggle('11');
  assert.deepEqual(tree.lines().map((line) => line.view.unit.unitCode), ['11', '12']);
});

test('says where a branch goes on and puts the next page behind the first', () => {
  const tree = new Tree(['11']);
  tree.add('', page([unit('11', {})]));
  tree.add('11', page([unit('1101'), unit('1102')], 3));
  assert.deepEqual(tree.lines().at(-1), {level: 2, more: '11', left: 1});
  assert.equal(tree.nextPage('11'), 1);

  tree.add('11', page([unit('1103')], 3, 1));

  assert.deepEqual(tree.lines().map((line) => line.view.unit.unitCode), ['11', '1101', '1102', '1103']);
  assert.equal(tree.total(), 1);
});

test('a filtered list expands nothing', () => {
  const tree = new Tree(['11']);
  tree.add('', page([unit('11', {})]));
  assert.equal(tree.lines(true)[0].expandable, false);
});

test('one line can be replaced wherever it stands', () => {
  const tree = new Tree(['11']);
  tree.add('', page([unit('11', {})]));
  tree.add('11', page([unit('1101')]));
  tree.replace({unit: {unitCode: '1101', stage: 'WAIVED'}, below: null});
  assert.equal(tree.lines()[1].view.unit.stage, 'WAIVED');
});

const days = [
  {day: '2026-03-03', signed: 2, planned: 0, held: 0, reported: 0},
  {day: '2026-03-07', signed: 4, planned: 0, held: 0, reported: 1},
];

test('the line stays until the day a count changes and ends at the last count', () => {
  const covered = {from: '2026-03-03', to: '2026-03-10'};
  assert.deepEqual(steps(days, 'signed', 4, covered), [[0, 0], [0, 0], [0, 0.5], [0.5, 0.5], [0.5, 1], [1, 1]]);
  assert.deepEqual(steps(days, 'reported', 4, covered), [[0, 0], [0.5, 0], [0.5, 0.25], [1, 0.25]]);
  assert.deepEqual(steps(days, 'held', 4, covered), []);
  assert.deepEqual(steps([], 'signed', 0, covered), []);
});

test('the chart runs from the issue to today, or to the day of closing', () => {
  assert.equal(dayOf('2026-03-02T16:30:00Z'), '2026-03-03');
  assert.deepEqual(span({issuedAt: '2026-03-02T01:00:00Z', closedAt: null}, days, '2026-03-20'), {from: '2026-03-02', to: '2026-03-20'});
  assert.deepEqual(span({issuedAt: '2026-03-02T01:00:00Z', closedAt: '2026-03-09T01:00:00Z'}, days, '2026-04-20'),
    {from: '2026-03-02', to: '2026-03-09'});
  assert.deepEqual(span({issuedAt: null, closedAt: null}, [], '2026-03-20'), {from: '2026-03-20', to: '2026-03-20'});
});

test('days below the chart are spread and never repeated', () => {
  assert.deepEqual(ticks({from: '2026-03-01', to: '2026-03-03'}).map((tick) => tick.day), ['2026-03-01', '2026-03-02', '2026-03-03']);
  assert.deepEqual(ticks({from: '2026-03-01', to: '2026-03-01'}), [{day: '2026-03-01', x: 0}]);
  const many = ticks({from: '2026-01-01', to: '2026-12-31'});
  assert.equal(many.length, 6);
  assert.equal(many.at(-1).day, '2026-12-31');
  assert.ok(many.at(-1).x < 1);
});

test('says how far a due date is', () => {
  assert.equal(daysText(-3, 'zh'), '逾期 3 个工作日');
  assert.equal(daysText(0, 'zh'), '今天到期');
  assert.equal(daysText(2, 'en'), '2 working days left');
  assert.equal(daysText(null), '');
  assert.equal(share(0, 0), '—');
  assert.equal(share(3, 16), '3 / 16');
});

test('has every text in both languages, with the same values to fill in', () => {
  assert.deepEqual(Object.keys(en), Object.keys(zh));
  const values = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(zh)) {
    assert.deepEqual(values(en[key]), values(zh[key]), key);
  }
  assert.equal(w('no.such.key'), 'no.such.key');
});
