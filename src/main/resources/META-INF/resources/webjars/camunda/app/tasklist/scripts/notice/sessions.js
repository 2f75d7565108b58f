/** Where I am signed in, and ending a session: a panel behind an entry of the navigation bar. */

import {get, remove} from './api.js';
import {banner, freshId, h} from './dom.js';
import {language, t} from './language.js';

/** Month, day and minute in Beijing, the zone of every other date on the page. */
export function moment(instant, wanted = language) {
  return new Date(instant).toLocaleString(wanted === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  });
}

class SessionPanel {
  constructor() {
    this.titleId = freshId();
    this.said = h('div', {role: 'status', class: 'nc-said', tabindex: '-1'});
    this.body = h('div');
    this.dialog = h('dialog', {class: 'nc-dialog', 'aria-labelledby': this.titleId, close: () => this.dialog.remove()},
      h('div', {class: 'nc-form'},
        h('div', {class: 'nc-dialog-head'}, h('h3', {id: this.titleId}, t('sessions.title')),
          h('button', {type: 'button', class: 'nc-button', click: () => this.dialog.close()}, t('sessions.close'))),
        h('p', {class: 'nc-hint'}, t('sessions.explain')), this.said, this.body));
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    return this.load();
  }

  async load() {
    this.body.replaceChildren(h('p', {class: 'nc-quiet'}, t('form.loading')));
    try {
      const sessions = await get('/sessions');
      this.body.replaceChildren(h('section', {class: 'nc-card'}, sessions.length === 0
        ? h('p', {class: 'nc-quiet'}, t('sessions.none'))
        : h('ul', {class: 'nc-deputies'}, sessions.map((each) => this.line(each)))));
    } catch (error) {
      this.body.replaceChildren(banner('bad', t('extension.loadFailed', {reason: error.message}), ' ',
        h('button', {type: 'button', class: 'nc-button', click: () => this.load()}, t('form.retry'))));
    }
  }

  line(session) {
    const actions = h('span', {class: 'nc-actions'});
    if (session.current) {
      actions.replaceChildren(h('strong', {}, t('sessions.current')));
    } else {
      this.offer(actions, session);
    }
    return h('li', {},
      h('strong', {}, t('sessions.where', session)),
      h('span', {class: 'nc-hint'}, t('sessions.since', {since: moment(session.since), seen: moment(session.lastSeen)})),
      actions);
  }

  /** Ending asks once more, in the same place. */
  offer(actions, session) {
    const button = (key, looks, action) => h('button', {type: 'button', class: `nc-button${looks}`, click: action}, t(key));
    const label = t('sessions.end.label', {browser: session.browser, since: moment(session.since)});
    const ask = h('button', {type: 'button', class: 'nc-button', 'aria-label': label, click: () => {
      const sure = button('sessions.end.sure', ' nc-button-bad', () => this.end(session));
      actions.replaceChildren(sure, button('sessions.end.keep', '', () => {
        this.offer(actions, session);
        actions.firstChild.focus();
      }));
      sure.focus();
    }}, t('sessions.end'));
    actions.replaceChildren(ask);
  }

  async end({id}) {
    try {
      await remove(`/sessions/${encodeURIComponent(id)}`);
      await this.load();
      this.say('info', t('sessions.ended'));
    } catch (error) {
      await this.load();
      this.say('bad', t('sessions.failed', {reason: error.message}));
    }
  }

  say(kind, words) {
    this.said.replaceChildren(banner(kind, words));
    this.said.focus();
  }
}

/** The plugin: an entry beside "start process". */
export const sessionsAction = {
  id: 'notice-sessions',
  pluginPoint: 'tasklist.navbar.action',
  priority: 80,
  properties: {},
  render: (node) => {
    node.replaceChildren(h('a', {href: '#', role: 'button', 'aria-haspopup': 'dialog', click: (event) => {
      event.preventDefault();
      new SessionPanel().open();
    }}, h('span', {class: 'glyphicon glyphicon-log-in', 'aria-hidden': 'true'}), ` ${t('sessions.action')}`));
  },
};
