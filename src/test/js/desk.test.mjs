import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './modules.mjs';

const {Counts} = await load('counts.js');
const {DueDays, dayOf} = await load('due-days.js');
const {bySection} = await load('checklist.js');
const {en} = await load('texts-desk-en.js');
const {zh} = await load('texts-desk-zh.js');

test('has every text in both languages, with the same values to fill in', () => {
  assert.deepEqual(Object.keys(en), Object.keys(zh));
  const values = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const key of Object.keys(zh)) {
    assert.deepEqual(values(en[key]), values(zh[key]), key);
  }
});

test('reads the day of the engine\'s moments in Beijing', () => {
  assert.equal(dayOf('2026-03-20T23:59:59.000+0800'), '2026-03-20');
  assert.equal(dayOf('2026-03-20T15:59:59.000+0000'), '2026-03-20');
  assert.equal(dayOf('2026-03-20T16:00:00.000+0000'), '2026-03-21');
  assert.equal(dayOf(null), null);
  assert.equal(dayOf('nonsense'), null);
});

test('asks once for all cards of a list, and not again while the answer is fresh', async () => {
  const calls = [];
  let now = 0;
  const days = new DueDays(async (wanted) => {
    calls.push(wanted);
    return wanted.map((day) => ({day, light: 'GREEN'}));
  }, () => now);

  const [one, other, same] = await Promise.all(['2026-03-20', '2026-03-21', '2026-03-20'].map((day) => days.of(day)));
  assert.equal(one.day, '2026-03-20');
  assert.equal(other.day, '2026-03-21');
  assert.equal(same.day, '2026-03-20');
  assert.deepEqual(calls, [['2026-03-20', '2026-03-21']]);

  await days.of('2026-03-20');
  assert.equal(calls.length, 1);
  now = 16 * 60 * 1000;
  await days.of('2026-03-20');
  assert.equal(calls.length, 2);
});

test('asks again after a failure', async () => {
  let fail = true;
  const days = new DueDays(async (wanted) => {
    if (fail) {
      throw new Error('offline');
    }
    return wanted.map((day) => ({day}));
  });
  await assert.rejects(days.of('2026-03-20'));
  fail = false;
  assert.equal((await days.of('2026-03-20')).day, '2026-03-20');
});

test('groups requirements by the part of the text they come from, in order', () => {
  const groups = bySection([{sectionPath: '一', n: 1}, {sectionPath: '二', n: 2}, {sectionPath: '一', n: 3}, {sectionPath: null, n: 4}]);
  assert.deepEqual(groups.map(({path, items}) => [path, items.map(({n}) => n)]), [['一', [1, 3]], ['二', [2]], ['', [4]]]);
});

test('counts again when the person moved on, but not faster than the pause, and never forgets the last move', async () => {
  let asked = 0;
  let now = 0;
  let later = null;
  const page = {querySelectorAll: () => []};
  const counts = new Counts(page, async () => {
    asked += 1;
    return [];
  }, {now: () => now, later: (action, millis) => {
    later = {action, millis};
  }});

  await counts.refresh();
  now = 1000;
  await counts.refresh();
  await counts.refresh();
  assert.equal(asked, 1);
  assert.equal(later.millis, 4000);

  now = 5000;
  later.action();
  assert.equal(asked, 2);
});
