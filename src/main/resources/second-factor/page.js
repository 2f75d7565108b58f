// Asks for the code of the second factor, sets one up the first time, and goes on to Tasklist.
const base = '/camunda/api/cascade/second-factor';
const tasklist = '/camunda/app/tasklist/default/';
const byId = (id) => document.getElementById(id);

function csrfToken() {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : '';
}

async function call(path, method = 'GET', value = undefined) {
  const headers = {Accept: 'application/json', 'X-XSRF-TOKEN': csrfToken()};
  if (value !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(path, {method, headers, body: value === undefined ? undefined : JSON.stringify(value)});
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 401) {
    location.replace(tasklist);
  }
  if (!answer.ok) {
    throw new Error([body.detail, body.detailEn].filter(Boolean).join(' ') || `HTTP ${answer.status}`);
  }
  return body;
}

const say = (text) => {
  byId('message').textContent = text;
};

async function whileDisabled(button, action) {
  button.disabled = true;
  say('');
  try {
    await action();
  } catch (error) {
    say(error.message);
  } finally {
    button.disabled = false;
  }
}

async function load() {
  const state = await call(`${base}/state`);
  if (!state.missing) {
    location.replace(tasklist);
    return;
  }
  byId('user').textContent = state.user;
  byId('set-up').hidden = state.setUp;
  byId('confirm').hidden = !state.setUp;
  (state.setUp ? byId('code') : byId('enrol')).focus();
}

byId('enrol').addEventListener('click', (event) => whileDisabled(event.currentTarget, async () => {
  const {secret, uri} = await call(`${base}/enrol`, 'POST', {});
  byId('secret').textContent = secret;
  byId('uri').textContent = uri;
  byId('uri').href = uri;
  byId('secret-box').hidden = false;
  byId('confirm').hidden = false;
  byId('code').focus();
}));

byId('confirm').addEventListener('submit', (event) => {
  event.preventDefault();
  whileDisabled(event.currentTarget.querySelector('button'), async () => {
    try {
      await call(`${base}/confirm`, 'POST', {code: byId('code').value.trim()});
      location.replace(tasklist);
    } catch (error) {
      byId('code').select();
      throw error;
    }
  });
});

byId('leave').addEventListener('click', (event) => whileDisabled(event.currentTarget, async () => {
  await call('/camunda/api/admin/auth/user/default/logout', 'POST', {});
  location.replace(tasklist);
}));

load().catch((error) => say(error.message));
