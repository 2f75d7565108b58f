// The demo's time machine: shows the service's clock, moves it, and lists what each day has brought.
import {call} from './call.js';

const byId = (id) => document.getElementById(id);
const DAY = new Intl.DateTimeFormat('zh-CN', {dateStyle: 'full', timeZone: 'UTC'});

function say(text, isError = false) {
  byId('trip').textContent = text;
  byId('trip').className = isError ? 'error' : '';
}

/** A day of the service, whatever zone the browser is in. */
const dayLabel = (day) => DAY.format(new Date(`${day}T00:00:00Z`));

function showClock({now, workingDay, daysAhead, mayMove}) {
  const [day, time] = now.split('T');
  const ahead = daysAhead > 0 ? `，比真实时间快 ${daysAhead} 天` : '';
  byId('clock').textContent = `现在是 ${dayLabel(day)} ${time.slice(0, 5)}（${workingDay ? '工作日' : '非工作日'}${ahead}）`;
  byId('forward').hidden = !mayMove;
  byId('mayNotMove').hidden = mayMove;
}

function showTrip({asked, days, running, problem}) {
  byId('forward').querySelector('button').disabled = running;
  byId('days-log').hidden = days.length === 0;
  byId('days-over').replaceChildren(...days.map((day) => {
    const tr = document.createElement('tr');
    for (const value of [dayLabel(day.day), day.swept, day.reminders, day.escalations, day.mails]) {
      tr.insertCell().textContent = value;
    }
    return tr;
  }));
  if (problem) {
    say(problem, true);
  } else if (asked > 0) {
    say(running ? `正在前进：已过 ${days.length} / ${asked} 个工作日…` : `已前进 ${asked} 个工作日。`);
  }
}

async function refresh() {
  try {
    const time = await call('/demo/time');
    showClock(time);
    showTrip(time.trip);
  } catch (error) {
    say(error.message, true);
  }
}

byId('forward').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    await call(`/demo/time/forward?workingDays=${encodeURIComponent(byId('days').value)}`, {method: 'POST'});
    await refresh();
  } catch (error) {
    say(error.message, true);
  }
});

refresh();
setInterval(refresh, 1000);
