/** Talking to the service, below the webapp's own address so that its session and its CSRF check hold. */

import {detailOf, t} from './language.js';

/** Answers that are refusals or failures; `message` is fit for a person, `errors` names fields. */
export class CallFailed extends Error {
  /**
   * @param {number} status 0 where no answer came
   * @param {object|null} problem the problem+json, where there was one
   */
  constructor(status, problem) {
    super(detailOf(problem) ?? CallFailed.words(status));
    this.status = status;
    this.errors = Array.isArray(problem?.errors) ? problem.errors : [];
  }

  static words(status) {
    if (status === 0) {
      return t('call.offline');
    }
    return status === 401 ? t('call.signIn') : t('call.failed', {status});
  }

  /** Whether trying the same again may help. */
  get passing() {
    return this.status === 0 || this.status >= 500;
  }
}

/** `/camunda/api/cascade`, or wherever the webapp says it lives. */
export function address(path) {
  const root = document.querySelector('base')?.getAttribute('app-root') ?? '/camunda';
  return `${root}/api/cascade${path}`;
}

function token() {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(address(path), {credentials: 'same-origin', ...options});
  } catch {
    throw new CallFailed(0, null);
  }
  const body = parsed(await response.text());
  if (!response.ok) {
    throw new CallFailed(response.status, body);
  }
  return body;
}

const JSON_HEADERS = {'Accept': 'application/json', 'Content-Type': 'application/json'};

/** @returns {Promise<any>} */
export function get(path) {
  return call(path, {headers: {Accept: 'application/json'}});
}

/** @returns {Promise<any>} */
export function post(path, value) {
  return call(path, {method: 'POST', headers: {...JSON_HEADERS, 'X-XSRF-TOKEN': token()}, body: JSON.stringify(value)});
}

/** @returns {Promise<null>} */
export function remove(path) {
  return call(path, {method: 'DELETE', headers: {'Accept': 'application/json', 'X-XSRF-TOKEN': token()}});
}

/** A body small enough for the browser to send even while the page goes away. */
const KEEPALIVE_BYTES = 60000;

/**
 * @param {AbortSignal} [signal] calls it off
 * @returns {Promise<any>}
 */
export function put(path, value, signal) {
  const body = JSON.stringify(value);
  const keepalive = new TextEncoder().encode(body).length < KEEPALIVE_BYTES;
  return call(path, {method: 'PUT', headers: {...JSON_HEADERS, 'X-XSRF-TOKEN': token()}, body, keepalive, signal});
}

/**
 * The same, but waiting: Tasklist asks "may I complete?" synchronously and goes on at once.
 *
 * @returns {any} the answer
 * @throws {CallFailed}
 */
export function putAndWait(path, value) {
  const request = new XMLHttpRequest();
  request.open('PUT', address(path), false);
  for (const [name, header] of Object.entries({...JSON_HEADERS, 'X-XSRF-TOKEN': token()})) {
    request.setRequestHeader(name, header);
  }
  try {
    request.send(JSON.stringify(value));
  } catch {
    throw new CallFailed(0, null);
  }
  const body = parsed(request.responseText);
  if (request.status < 200 || request.status > 299) {
    throw new CallFailed(request.status, body);
  }
  return body;
}

/** Uploads one file as multipart part `file`. */
export function upload(path, blob, fileName) {
  const body = new FormData();
  body.append('file', blob, fileName);
  return call(path, {method: 'POST', headers: {'Accept': 'application/json', 'X-XSRF-TOKEN': token()}, body});
}

/**
 * The same, telling how far it has come.
 *
 * @param {(share: number) => void} onProgress from 0 to 1; 1 while the service still looks at the file
 * @returns {{done: Promise<any>, cancel: () => void}} `done` resolves to null once cancelled
 */
export function uploadWithProgress(path, file, onProgress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.open('POST', address(path));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener('abort', () => resolve(null));
    request.addEventListener('error', () => reject(new CallFailed(0, null)));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status <= 299) {
        resolve(body);
      } else {
        reject(new CallFailed(request.status, body));
      }
    });
    const body = new FormData();
    body.append('file', file, file.name);
    request.send(body);
  });
  return {done, cancel: () => request.abort()};
}
