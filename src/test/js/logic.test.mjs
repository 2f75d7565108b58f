import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './modules.mjs';

const {
  countCharacters, dayNote, dueWords, isDate, levelsDownTo, momentText, readInteger, same,
} = await load('logic.js');

test('counts a character outside the basic plane once', () => {
  assert.equal(countCharacters('𠮷野家'), 3);
  assert.equal(countCharacters(null), 0);
});

test('reads whole numbers as people type them and refuses the rest', () => {
  assert.deepEqual(readInteger('１，２００'), {value: 1200, wrong: false});
  assert.deepEqual(readInteger(' '), {value: null, wrong: false});
  for (const text of ['十二', '1.5', '-3', '12人', '99999999999999999999']) {
    assert.equal(readInteger(text).wrong, true, text);
  }
});

test('says how many working days are left or passed', () => {
  assert.deepEqual(dueWords(3), {key: 'due.left', n: 3});
  assert.deepEqual(dueWords(0), {key: 'due.today', n: 0});
  assert.deepEqual(dueWords(-2), {key: 'due.late', n: 2});
});

test('knows no 31 February', () => {
  assert.equal(isDate('2026-02-31'), false);
  assert.equal(isDate('12026-01-01'), false);
  assert.equal(isDate('2028-02-29'), true);
});

test('tells days off and make-up days, by the calendar before the weekend', () => {
  const calendar = {
    days: [{date: '2026-10-10', working: true, name: '国庆节'}, {date: '2026-10-01', working: false, name: '国庆节'}],
    provisionalYears: [2027],
  };
  assert.deepEqual(dayNote('2026-10-10', calendar),
    {weekday: 6, working: true, makeUp: true, name: '国庆节', provisional: false});
  assert.equal(dayNote('2026-10-01', calendar).working, false);
  assert.equal(dayNote('2026-12-05', calendar).working, false);
  assert.equal(dayNote('2027-01-04', calendar).provisional, true);
  assert.equal(dayNote('2026-12-05', null).working, false);
});

test('takes empty text and null for the same', () => {
  assert.equal(same('', null), true);
  assert.equal(same(undefined, null), true);
  assert.equal(same(0, null), false);
  assert.equal(same([{a: 1}], [{a: 1}]), true);
});

test('goes down to the level asked for', () => {
  assert.deepEqual(levelsDownTo('PROVINCE'), ['HQ', 'DEPARTMENT', 'PROVINCE']);
  assert.equal(levelsDownTo('TOWNSHIP').length, 6);
});

test('shows moments in the time of Beijing', () => {
  assert.equal(momentText('2026-11-23T17:05:00Z'), '2026-11-24 01:05');
});
