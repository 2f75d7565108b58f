// The demo console: starts the player for a notice and shows how far it is.
import {call} from './call.js';

const byId = (id) => document.getElementById(id);

function say(text, isError = false) {
  byId('message').textContent = text;
  byId('message').className = isError ? 'error' : '';
}

const notices = new Map();

/** Offers the issued notices; keeps the choice of the person while the list grows. */
async function listNotices() {
  const {items} = await call('/notices?size=50');
  items.forEach((notice) => notices.set(notice.id, notice));
  const issued = items.filter((notice) => notice.status === 'ISSUED');
  const offered = [...byId('notice').options].map((option) => Number(option.value));
  if (issued.map((notice) => notice.id).join() !== offered.join()) {
    const chosen = byId('notice').value;
    byId('notice').replaceChildren(...issued.map((notice) =>
      new Option(`${notice.documentNumber} ${notice.title}`, notice.id, false, String(notice.id) === chosen)));
  }
  if (issued.length === 0) {
    say('还没有已印发的通知：请先在待办任务中起草并签发。');
  } else if (byId('message').textContent.startsWith('还没有')) {
    say('');
  }
}

async function showPlays() {
  const plays = await call('/demo/plays');
  if (plays.length > 0) {
    byId('plays').replaceChildren(...await Promise.all(plays.map(row)));
  }
}

function stateOf(play) {
  const notice = notices.get(play.noticeId);
  if (notice && notice.status !== 'ISSUED') {
    return notice.statusLabel ?? '已结束';
  }
  return play.problem || (play.waiting ? '等待您办理' : '代办中…');
}

async function row(play) {
  const {counts} = await call(`/notices/${play.noticeId}/rollup`);
  const tr = document.createElement('tr');
  const cells = [notices.get(play.noticeId)?.documentNumber ?? play.noticeId, play.kept.join('、') || '无', play.completed,
    stateOf(play), counts.unitsTotal, counts.signed, `${counts.planned} / ${counts.toPlan}`,
    `${counts.held} / ${counts.toHold}`, counts.reported];
  for (const value of cells) {
    tr.insertCell().textContent = value;
  }
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.textContent = '停止';
  stop.addEventListener('click', () => attempt(async () => {
    await call(`/demo/notices/${play.noticeId}/play`, {method: 'DELETE'});
    tr.remove();
    say('已停止代办。');
  }));
  tr.insertCell().append(stop);
  return tr;
}

async function attempt(work) {
  try {
    await work();
  } catch (error) {
    say(error.message, true);
  }
}

byId('play').addEventListener('submit', (event) => {
  event.preventDefault();
  const keep = byId('keep').value.split(/[,，、\s]+/).filter(Boolean).join(',');
  attempt(async () => {
    await call(`/demo/notices/${byId('notice').value}/play?keep=${encodeURIComponent(keep)}`, {method: 'POST'});
    say('已开始代办。请在待办任务中办理留给自己的单位。');
    await showPlays();
  });
});

const refresh = () => attempt(async () => {
  await listNotices();
  await showPlays();
});
refresh();
setInterval(refresh, 2000);
