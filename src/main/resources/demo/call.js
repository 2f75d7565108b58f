// Calls our controllers from the demo's pages: session of the web applications, CSRF token, errors as their text.
const base = '/camunda/api/cascade';

function csrfToken() {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : '';
}

export async function call(path, options = {}) {
  const answer = await fetch(base + path, {
    ...options,
    headers: {'X-XSRF-TOKEN': csrfToken(), Accept: 'application/json'},
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.detail || `HTTP ${answer.status}`);
  }
  return body;
}
