// The demo mailbox: lists what was mailed and shows one mail as it looks; on a phone, one after the other.
const base = '/camunda/api/cascade/demo/mail';
const byId = (id) => document.getElementById(id);
let mails = [];
let current = null;

async function call(path) {
  const answer = await fetch(base + path, {headers: {Accept: 'application/json'}});
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

const reader = (mail) => `${mail.name} <${mail.address}>`;
const time = (mail) => new Date(mail.sentAt).toLocaleString('zh-CN', {timeZone: 'Asia/Shanghai', hour12: false});

async function load() {
  mails = await call('/messages');
  const chosen = byId('person').value;
  const people = new Map(mails.map((mail) => [mail.address, reader(mail)]));
  byId('person').replaceChildren(new Option('全部', ''),
    ...[...people].sort().map(([address, label]) => new Option(label, address, false, address === chosen)));
  list();
}

function list() {
  const chosen = byId('person').value;
  const shown = mails.filter((mail) => !chosen || mail.address === chosen);
  byId('mails').replaceChildren(...shown.slice(0, 500).map(line));
  say(shown.length === 0 ? '还没有邮件。' : `${shown.length} 封邮件${shown.length > 500 ? '，显示最近 500 封' : ''}`);
}

function line(mail) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.id = mail.id;
  button.setAttribute('aria-current', String(mail.id === current));
  button.addEventListener('click', () => open(mail).catch((error) => say(error.message, true)));
  const subject = document.createElement('strong');
  subject.textContent = mail.subject;
  const small = document.createElement('small');
  small.textContent = `${reader(mail)} · ${time(mail)}`;
  button.append(subject, small);
  item.append(button);
  return item;
}

function mark(id) {
  current = id;
  document.querySelectorAll('#mails button').forEach((button) =>
    button.setAttribute('aria-current', String(button.dataset.id === id)));
}

async function open(mail) {
  const {line: head, html, text} = await call(`/message?id=${encodeURIComponent(mail.id)}`);
  mark(mail.id);
  byId('subject').textContent = head.subject;
  byId('head').textContent = `发给 ${reader(head)} · ${time(head)}`;
  byId('mail').srcdoc = html;
  byId('text').textContent = text;
  byId('opened').hidden = false;
  document.querySelector('main').classList.add('reading');
  byId('mail-head').focus();
}

function back() {
  document.querySelector('main').classList.remove('reading');
  document.querySelector('#mails button[aria-current=true]')?.focus();
}

byId('back').addEventListener('click', back);
byId('person').addEventListener('change', list);
byId('reload').addEventListener('click', () => load().catch((error) => say(error.message, true)));
load().catch((error) => say(error.message, true));
