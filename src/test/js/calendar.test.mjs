import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './modules.mjs';

const {holidaySpans, lineRange, weeksOf} = await load('spans.js', 'cockpit/scripts/calendar');

const day = (date, kind, name = null) => ({date, kind, name});

test('begins weeks on Monday and leaves what is no day of the month empty', () => {
  const february = Array.from({length: 28}, (_, i) => day(`2026-02-${String(i + 1).padStart(2, '0')}`, 'WORKDAY'));
  const weeks = weeksOf(february);
  assert.equal(weeks.length, 5);
  assert.deepEqual(weeks[0].slice(0, 6), Array(6).fill(null));
  assert.equal(weeks[0][6].date, '2026-02-01');
  assert.equal(weeks[4][5].date, '2026-02-28');
  assert.equal(weeks[4][6], null);
});

test('puts neighbouring days off of one holiday together, and make-up days apart from them', () => {
  const spans = holidaySpans([
    day('2026-02-14', 'MAKE_UP_DAY', '春节'), day('2026-02-15', 'HOLIDAY', '春节'), day('2026-02-16', 'HOLIDAY', '春节'),
    day('2026-02-17', 'WORKDAY'), day('2026-02-18', 'HOLIDAY', '春节'), day('2026-02-19', 'HOLIDAY', '元宵节'),
  ]);
  assert.deepEqual(spans, [
    {kind: 'MAKE_UP_DAY', name: '春节', from: 14, to: 14}, {kind: 'HOLIDAY', name: '春节', from: 15, to: 16},
    {kind: 'HOLIDAY', name: '春节', from: 18, to: 18}, {kind: 'HOLIDAY', name: '元宵节', from: 19, to: 19},
  ]);
});

test('finds the line a problem names', () => {
  const text = '一行\n第二行\n';
  assert.equal(text.slice(...Object.values(lineRange(text, 2))), '第二行');
  assert.deepEqual(lineRange(text, 9), {start: text.length, end: text.length});
});
