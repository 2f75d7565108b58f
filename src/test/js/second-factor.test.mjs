import assert from 'node:assert/strict';
import {test} from 'node:test';
import {followSecondFactor} from '../../main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/notice/second-factor.js';

const PAGE = '/camunda/api/cascade/second-factor/';

function windowAnswering(status, page) {
  const gone = [];
  class XMLHttpRequest {
    addEventListener(name, listener) { this.listener = listener; }
    open(...call) { this.opened = call; }
    getResponseHeader() { return page; }
    send() { this.status = status; this.listener(); }
  }
  return {
    gone,
    XMLHttpRequest,
    fetch: async () => ({status, headers: new Map([['X-Second-Factor', page]])}),
    location: {assign: (to) => gone.push(to)},
  };
}

async function callBoth(window) {
  followSecondFactor(window);
  const request = new window.XMLHttpRequest();
  request.open('GET', '/camunda/api/engine');
  request.send();
  assert.deepEqual(request.opened, ['GET', '/camunda/api/engine']);
  const answer = await window.fetch('/x');
  assert.ok(answer.status);
}

test('a call refused for the lack of a code leads to the page, by either way of calling', async () => {
  const window = windowAnswering(403, PAGE);
  await callBoth(window);
  assert.deepEqual(window.gone, [PAGE, PAGE]);
});

test('other answers lead nowhere, and no answer leads to another place', async () => {
  for (const [status, page] of [[403, null], [200, PAGE], [403, 'https://example.org/'], [403, `${PAGE}x`]]) {
    const window = windowAnswering(status, page);
    await callBoth(window);
    assert.deepEqual(window.gone, []);
  }
});
