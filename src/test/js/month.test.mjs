import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './modules.mjs';

const {dayAfterKey, plusDays, plusMonths, weeksAround} = await load('month.js');

test('a month stands in whole weeks that begin on Monday', () => {
  const weeks = weeksAround('2026-11-28'); // 1 November 2026 is a Sunday
  assert.equal(weeks.length, 6);
  assert.deepEqual(weeks[0], [null, null, null, null, null, null, '2026-11-01']);
  assert.deepEqual(weeks[5], ['2026-11-30', null, null, null, null, null, null]);
  assert.deepEqual(weeksAround('2027-02-14').flat().filter(Boolean).length, 28);
});

test('arrow keys go by days and weeks, over the ends of months and years', () => {
  assert.equal(dayAfterKey('2026-12-31', 'ArrowRight'), '2027-01-01');
  assert.equal(dayAfterKey('2026-03-01', 'ArrowLeft'), '2026-02-28');
  assert.equal(dayAfterKey('2026-10-01', 'ArrowUp'), '2026-09-24');
  assert.equal(dayAfterKey('2026-10-01', 'ArrowDown'), '2026-10-08');
  assert.equal(dayAfterKey('2026-10-17', 'Home'), '2026-10-01');
  assert.equal(dayAfterKey('2028-02-17', 'End'), '2028-02-29');
  assert.equal(dayAfterKey('2026-10-17', 'x'), null);
});

test('a month on or back stays in the month where it is shorter', () => {
  assert.equal(plusMonths('2026-01-31', 1), '2026-02-28');
  assert.equal(plusMonths('2026-03-31', -1), '2026-02-28');
  assert.equal(plusMonths('2026-12-15', 1), '2027-01-15');
  assert.equal(plusMonths('2026-01-15', -1), '2025-12-15');
  assert.equal(plusDays('2026-02-28', 1), '2026-03-01');
});
