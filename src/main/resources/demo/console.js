// The demo console: starts the player for a notice and shows how far it is.
const base = '/camunda/api/cascade';
const byId = (id) => document.getElementById(id);

function csrfToken() {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : '';
}

async function call(path, options = {}) {
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

function say(text, isError = false) {
  byId('message').textContent = text;
  byId('message').className = isError ? 'error' : '';
}

async function listNotices() {
  const {items} = await call('/notices?size=50');
  const issued = items.filter((notice) => notice.status === 'ISSUED');
  byId('notice').replaceChildren(...issued.map((notice) => {
    const option = document.createElement('option');
    option.value = notice.id;
    option.textContent = `${notice.documentNumber} ${notice.title}`;
    return option;
  }));
  if (issued.length === 0) {
    say('还没有已印发的通知:请先在待办任务中起草并签发。');
  }
}

async function showPlays() {
  const plays = await call('/demo/plays');
  if (plays.length > 0) {
    byId('plays').replaceChildren(...await Promise.all(plays.map(row)));
  }
}

async function row(play) {
  const {counts} = await call(`/notices/${play.noticeId}/rollup`);
  const tr = document.createElement('tr');
  const state = play.problem || (play.waiting ? '等待您办理' : '办理中');
  const cells = [play.noticeId, play.kept.join('、'), play.completed, state, counts.unitsTotal, counts.signed,
    `${counts.planned}/${counts.toPlan}`, `${counts.held}/${counts.toHold}`, counts.reported];
  for (const value of cells) {
    tr.insertCell().textContent = value;
  }
  return tr;
}

byId('play').addEventListener('submit', async (event) => {
  event.preventDefault();
  const keep = byId('keep').value.split(/[,,\s]+/).filter(Boolean).join(',');
  try {
    await call(`/demo/notices/${byId('notice').value}/play?keep=${encodeURIComponent(keep)}`, {method: 'POST'});
    say('已开始代办。');
    await showPlays();
  } catch (error) {
    say(error.message, true);
  }
});

const refresh = () => showPlays().catch((error) => say(error.message, true));
listNotices().catch((error) => say(error.message, true));
refresh();
setInterval(refresh, 2000);
