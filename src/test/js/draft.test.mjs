import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './modules.mjs';

const {Draft} = await load('draft.js');

/** A draft whose clock stands still: pending timers run by `tick()`, answers come by `reply()`. */
function given(saved) {
  const world = {sent: [], signals: [], states: [], timers: new Map(), answers: []};
  world.draft = new Draft({
    send: (changes, signal) => new Promise((resolve, reject) => {
      world.sent.push(changes);
      world.signals.push(signal);
      world.answers.push({resolve, reject});
    }),
    onState: (state) => world.states.push(state),
    schedule: (action) => {
      const id = Symbol('timer');
      world.timers.set(id, action);
      return id;
    },
    cancel: (id) => world.timers.delete(id),
  });
  world.draft.start(saved);
  world.tick = () => [...world.timers.entries()].forEach(([id, action]) => {
    world.timers.delete(id);
    action();
  });
  world.settle = () => new Promise((resolve) => setImmediate(resolve));
  return world;
}

test('sends only what changed, once typing rests', async () => {
  const world = given({measures: '甲', responsible: '乙'});
  world.draft.change('measures', '甲一');
  world.draft.change('measures', '甲二');
  assert.equal(world.timers.size, 1);
  world.tick();
  assert.deepEqual(world.sent, [{measures: '甲二'}]);
  world.answers[0].resolve({});
  await world.settle();
  assert.equal(world.draft.pending, false);
  assert.deepEqual(world.states, ['dirty', 'dirty', 'saving', 'saved']);
});

test('clears a field with null', () => {
  const world = given({problems: '有'});
  world.draft.change('problems', '');
  world.draft.flush();
  assert.deepEqual(world.sent, [{problems: null}]);
});

test('has nothing to save when a change is taken back', () => {
  const world = given({measures: '甲'});
  world.draft.change('measures', '乙');
  world.draft.change('measures', '甲');
  assert.equal(world.draft.pending, false);
});

test('saves again what was changed, or changed back, while a save was under way', async () => {
  const world = given({measures: '甲'});
  world.draft.change('measures', '乙');
  world.tick();
  world.draft.change('measures', '甲');
  world.answers[0].resolve({});
  await world.settle();
  assert.equal(world.draft.pending, true);
  world.tick();
  assert.deepEqual(world.sent[1], {measures: '甲'});
});

test('never runs two saves at once', async () => {
  const world = given({});
  world.draft.change('a', 1);
  world.draft.flush();
  world.draft.change('b', 2);
  world.draft.flush();
  assert.equal(world.sent.length, 1);
  world.answers[0].resolve({});
  await world.settle();
  assert.deepEqual(world.sent[1], {b: 2});
});

test('keeps what could not be saved, and tries again only where that may help', async () => {
  for (const [passing, timers] of [[true, 1], [false, 0]]) {
    const world = given({});
    world.draft.change('a', 1);
    world.tick();
    world.answers[0].reject(Object.assign(new Error('no'), {passing}));
    await world.settle();
    assert.equal(world.draft.pending, true);
    assert.equal(world.timers.size, timers);
    assert.equal(world.states.at(-1), 'failed');
  }
});

test('withdraws a value that is no longer fit to be saved', () => {
  const world = given({participants: 3});
  world.draft.change('participants', 4);
  world.draft.change('participants', undefined);
  assert.equal(world.draft.pending, false);
});

test('waits for the save before submission and reports its failure', () => {
  const world = given({});
  world.draft.change('a', 1);
  assert.throws(() => world.draft.flushAndWait(() => {
    throw new Error('no');
  }), /no/);
  assert.equal(world.draft.pending, true);
  const waited = [];
  world.draft.flushAndWait((changes) => waited.push(changes));
  assert.deepEqual(waited, [{a: 1}]);
  assert.equal(world.draft.pending, false);
});

test('calls off a save with older text that is still on its way at submission', async () => {
  const world = given({a: 0, b: 0});
  world.draft.change('a', 1);
  world.draft.change('b', 1);
  world.tick();
  world.draft.change('a', 2);
  world.draft.change('b', 0);
  const waited = [];

  world.draft.flushAndWait((changes) => waited.push(changes));
  world.answers[0].resolve({});
  await world.settle();

  assert.equal(world.signals[0].aborted, true);
  assert.deepEqual(waited, [{a: 2, b: 0}]);
  assert.equal(world.draft.pending, false);
  assert.equal(world.states.at(-1), 'saved');
});

test('says nothing of a save that was called off', async () => {
  const world = given({});
  world.draft.change('a', 1);
  world.tick();
  world.draft.flushAndWait(() => ({}));
  const told = world.states.length;
  world.answers[0].reject(new Error('aborted'));
  await world.settle();
  assert.equal(world.states.length, told);
  world.draft.change('a', 3);
  world.tick();
  await world.settle();
  assert.deepEqual(world.sent.at(-1), {a: 3});
});

test('saves nothing once the task is done', () => {
  const world = given({});
  world.draft.change('a', 1);
  world.draft.finish();
  world.tick();
  world.draft.flush();
  assert.deepEqual(world.sent, []);
});
