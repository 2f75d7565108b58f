import assert from 'node:assert/strict';
import test from 'node:test';
import {load} from './modules.mjs';

const {plain} = await load('notifications.js');

test('leaves out the names of what failed', () => {
  assert.equal(plain('<task> <- 该任务不存在。'), '该任务不存在。');
  assert.equal(plain('&lt;assignee&gt; &lt;- &lt;task&gt; &lt;- 该任务不存在。'), '该任务不存在。');
});

test('leaves other words alone', () => {
  assert.equal(plain('2 < 3，任务 <- 通知'), '2 < 3，任务 <- 通知');
});
