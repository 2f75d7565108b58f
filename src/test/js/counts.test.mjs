import assert from 'node:assert/strict';
import test from 'node:test';
import {load} from './modules.mjs';

const {Counts} = await load('counts.js');
const page = {querySelectorAll: () => []};

test('asks again at once after the sign-in, before which nothing was told', async () => {
  const answers = [Promise.reject(new Error('401')), Promise.resolve([{name: '已逾期', count: 1}])];
  answers[0].catch(() => {});
  const counts = new Counts(page, () => answers.shift());
  await counts.refresh();
  await counts.refresh();
  assert.equal(counts.counts.get('已逾期'), 1);
});

test('does not ask again right after it was told', async () => {
  let asked = 0;
  const counts = new Counts(page, async () => {
    asked += 1;
    return [];
  });
  await counts.refresh();
  await counts.refresh();
  assert.equal(asked, 1);
});
