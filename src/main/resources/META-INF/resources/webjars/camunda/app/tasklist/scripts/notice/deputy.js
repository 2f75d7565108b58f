/** Who stands in for me, for whom I stand in, and what a lead may take back: a panel behind an entry of the navigation bar. */

import {get, post, remove} from './api.js';
import {boxOf, DateControl, longDate} from './dates.js';
import {banner, freshId, h} from './dom.js';
import {t} from './language.js';

/** An answer, or null where the service has no such address. */
async function ifThere(promise) {
  try {
    return await promise;
  } catch (error) {
    if (error.status === 404 || error.status === 405) {
      return null;
    }
    throw error;
  }
}

class DeputyPanel {
  constructor() {
    this.titleId = freshId();
    this.said = h('div', {role: 'status', class: 'nc-said', tabindex: '-1'});
    this.body = h('div');
    this.dialog = h('dialog', {class: 'nc-dialog', 'aria-labelledby': this.titleId, close: () => this.dialog.remove()},
      h('div', {class: 'nc-form'},
        h('div', {class: 'nc-dialog-head'}, h('h3', {id: this.titleId}, t('deputy.title')),
          h('button', {type: 'button', class: 'nc-button', click: () => this.dialog.close()}, t('deputy.close'))),
        h('p', {class: 'nc-hint'}, t('deputy.explain')), this.said, this.body));
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    return this.load();
  }

  async load() {
    this.body.replaceChildren(h('p', {class: 'nc-quiet'}, t('form.loading')));
    try {
      const [mine, held, candidates, claimed] = await Promise.all(
        [get('/deputies'), ifThere(get('/deputies/held')), ifThere(get('/deputies/candidates')), get('/tasks/held')]);
      this.candidates = candidates;
      this.body.replaceChildren(...(claimed.length > 0 ? [this.claimed(claimed)] : []), this.mine(mine),
        ...(held ? [this.held(held)] : []), this.form());
    } catch (error) {
      this.body.replaceChildren(banner('bad', t('extension.loadFailed', {reason: error.message}), ' ',
        h('button', {type: 'button', class: 'nc-button', click: () => this.load()}, t('form.retry'))));
    }
  }

  nameOf(userId) {
    return this.candidates?.find((person) => person.userId === userId)?.name ?? userId;
  }

  list(title, none, rows) {
    return h('section', {class: 'nc-card'}, h('h4', {}, title),
      rows.length === 0 ? h('p', {class: 'nc-quiet'}, none) : h('ul', {class: 'nc-deputies'}, rows));
  }

  range({from, to}) {
    return h('span', {class: 'nc-hint'}, t('deputy.range', {from: longDate(from), to: longDate(to)}));
  }

  held(held) {
    return this.list(t('deputy.held'), t('deputy.held.none'), held.map((each) =>
      h('li', {}, h('strong', {}, each.name ?? each.userId), this.range(each))));
  }

  mine(mine) {
    return this.list(t('deputy.mine'), t('deputy.mine.none'), mine.map((each) => {
      const actions = h('span', {class: 'nc-actions'});
      this.offer(actions, each);
      return h('li', {}, h('strong', {}, this.nameOf(each.deputyId)), this.range(each), actions);
    }));
  }

  /** What colleagues have claimed, for their lead. */
  claimed(tasks) {
    const rows = tasks.map((task) => {
      const actions = h('span', {class: 'nc-actions'});
      const who = task.holder;
      this.askTwice(actions, {
        ask: 'back.take', sure: 'back.sure', label: t('back.take.label', {who, task: task.name}),
        action: () => this.act(
          () => post(`/tasks/${encodeURIComponent(task.id)}/take-back`, {}), t('back.taken', {task: task.name})),
      });
      return h('li', {}, h('strong', {}, task.name), h('span', {class: 'nc-hint'}, t(task.active ? 'back.holder' : 'back.gone', {who})),
        task.dueDate ? h('span', {class: 'nc-hint'}, t('back.due', {day: longDate(task.dueDate)})) : '', actions);
    });
    const card = this.list(t('back.title'), '', rows);
    card.children[0].after(h('p', {class: 'nc-hint'}, t('back.explain')));
    return card;
  }

  offer(actions, each) {
    const who = this.nameOf(each.deputyId);
    this.askTwice(actions, {
      ask: 'deputy.back', sure: 'deputy.back.sure', label: t('deputy.back.label', {who}),
      action: () => this.act(() => remove(`/deputies/${each.from}`), t('deputy.taken', {who})),
    });
  }

  /** A button that asks once more, in the same place. */
  askTwice(actions, {ask, sure, label, action}) {
    const button = (key, main, click) =>
      h('button', {type: 'button', class: `nc-button${main ? ' nc-button-bad' : ''}`, click}, t(key));
    const first = h('button', {type: 'button', class: 'nc-button', 'aria-label': label, click: () => {
      const yes = button(sure, true, action);
      actions.replaceChildren(yes, button('deputy.back.keep', false, () => {
        actions.replaceChildren(first);
        first.focus();
      }));
      yes.focus();
    }}, t(ask));
    actions.replaceChildren(first);
  }

  /** Makes a call, shows the lists anew and says what was done. */
  async act(call, done) {
    try {
      await call();
      await this.load();
      this.say('info', done);
    } catch (error) {
      this.say('bad', t('deputy.failed', {reason: error.message}));
    }
  }

  form() {
    if (this.candidates?.length === 0) {
      return h('section', {class: 'nc-card'}, h('h4', {}, t('deputy.name')), h('p', {class: 'nc-quiet'}, t('deputy.nobody')));
    }
    this.who = this.candidates
      ? h('select', {class: 'nc-input', id: freshId()}, h('option', {value: ''}, t('select.choose')),
        this.candidates.map((person) => h('option', {value: person.userId}, this.described(person))))
      : h('input', {type: 'text', class: 'nc-input', id: freshId(), autocomplete: 'off'});
    this.from = new DateControl({id: freshId(), onChange: () => {}});
    this.to = new DateControl({id: freshId(), onChange: () => {}});
    this.button = h('button', {type: 'submit', class: 'nc-button nc-button-main'}, t('deputy.save'));
    this.error = h('div', {class: 'nc-error', role: 'alert', id: freshId()});
    const row = (key, control, note) => h('div', {class: 'nc-field'},
      h('div', {class: 'nc-label'}, h('label', {for: control.id}, t(key)), h('span', {class: 'nc-must'}, t('required'))), boxOf(control), note);
    return h('form', {class: 'nc-card nc-ask', novalidate: true, submit: (event) => this.save(event)},
      h('h4', {}, t('deputy.name')),
      row(this.candidates ? 'deputy.who' : 'deputy.who.id', this.who),
      h('div', {class: 'nc-group'}, row('deputy.from', this.from.input, this.from.note), row('deputy.to', this.to.input, this.to.note)),
      this.error, h('div', {class: 'nc-buttons'}, this.button));
  }

  described({name, userId, roles}) {
    const what = (roles ?? []).map((role) => t(`role.${role}`)).join('、');
    return `${name ?? userId}${what ? `（${what}）` : ''}`;
  }

  /** The first thing that is wrong: its words and where it is. */
  obstacle() {
    const empty = (key) => t('field.empty', {label: t(key)});
    const checks = [
      [this.who.value.trim() === '', empty(this.candidates ? 'deputy.who' : 'deputy.who.id'), this.who],
      [this.from.faulty || this.to.faulty, t('date.wrong'), this.from.faulty ? this.from.input : this.to.input],
      [this.from.value === null, empty('deputy.from'), this.from.input],
      [this.to.value === null, empty('deputy.to'), this.to.input],
      [this.to.value < this.from.value, t('deputy.order'), this.to.input],
    ];
    return checks.find(([wrong]) => wrong);
  }

  async save(event) {
    event.preventDefault();
    const obstacle = this.obstacle();
    this.error.textContent = obstacle?.[1] ?? '';
    if (obstacle) {
      obstacle[2].focus();
      return;
    }
    this.button.disabled = true;
    this.button.textContent = t('deputy.saving');
    try {
      const named = await post('/deputies', {deputyId: this.who.value.trim(), from: this.from.value, to: this.to.value});
      await this.load();
      this.say('info', t('deputy.saved', {who: this.nameOf(named.deputyId), from: longDate(named.from), to: longDate(named.to)}));
    } catch (error) {
      this.error.textContent = t('deputy.failed', {reason: error.message});
    } finally {
      this.button.disabled = false;
      this.button.textContent = t('deputy.save');
    }
  }

  say(kind, words) {
    this.said.replaceChildren(banner(kind, words));
    this.said.focus();
  }
}

/** The plugin: an entry beside "start process". */
export const deputyAction = {
  id: 'notice-deputy',
  pluginPoint: 'tasklist.navbar.action',
  priority: 90,
  properties: {},
  render: (node) => {
    node.replaceChildren(h('a', {href: '#', role: 'button', 'aria-haspopup': 'dialog', click: (event) => {
      event.preventDefault();
      new DeputyPanel().open();
    }}, h('span', {class: 'glyphicon glyphicon-transfer', 'aria-hidden': 'true'}), ` ${t('deputy.action')}`));
  },
};
