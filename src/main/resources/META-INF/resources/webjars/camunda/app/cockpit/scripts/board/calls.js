/** Talking to the service: reading is the forms' own way, sending adds POST. */

import {CallFailed, address, get} from '../../../tasklist/scripts/notice/api.js';

export {CallFailed, address, get};

function token() {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/**
 * Sends an act. A failed check of the token signs the person out, so it is always sent.
 *
 * @returns {Promise<any>} the answer, null where there is none
 * @throws {CallFailed}
 */
export async function post(path, value) {
  let response;
  try {
    response = await fetch(address(path), {
      method: 'POST',
      credentials: 'same-origin',
      headers: {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token()},
      body: JSON.stringify(value ?? {}),
    });
  } catch {
    throw new CallFailed(0, null);
  }
  const text = await response.text();
  let body = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    // an answer that is no JSON says nothing to a person
  }
  if (!response.ok) {
    throw new CallFailed(response.status, body);
  }
  return body;
}
