/** Handing a task to a colleague: a button above the task, a panel behind it. */

import {get, post} from './api.js';
import {banner, freshId, h} from './dom.js';
import {t} from './language.js';

const KINDS = ['transfer', 'delegate'];
const LONGEST_REASON = 500;

export class HandOverPanel {
  /** @param {{id: string, name: string}} task @param {() => void} onDone told once somebody else may hold the task */
  constructor(task, onDone) {
    this.path = `/tasks/${encodeURIComponent(task.id)}`;
    this.task = task;
    this.onDone = onDone;
    this.titleId = freshId();
    this.said = h('div', {role: 'status'});
    this.body = h('div');
    this.dialog = h('dialog', {class: 'nc-panel', 'aria-labelledby': this.titleId, close: () => this.closed()},
      h('div', {class: 'nc-form'},
        h('div', {class: 'nc-panel-head'}, h('h3', {id: this.titleId}, t('hand.title')),
          h('button', {type: 'button', class: 'nc-button', click: () => this.dialog.close()}, t('hand.close'))),
        h('p', {class: 'nc-panel-task'}, task.name), this.said, this.body));
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    return this.load();
  }

  closed() {
    this.dialog.remove();
    if (this.changed) {
      this.onDone();
    }
  }

  async load() {
    this.body.replaceChildren(h('p', {class: 'nc-quiet'}, t('form.loading')));
    try {
      this.show(await get(`${this.path}/colleagues`));
    } catch (error) {
      this.body.replaceChildren(banner('bad', t('hand.failed', {reason: error.message})));
    }
  }

  show(hands) {
    const name = (person) => person?.name ?? '';
    const now = hands.delegated
      ? t('hand.delegated', {owner: name(hands.owner), who: name(hands.assignee)})
      : hands.assignee ? t('hand.holder', {who: name(hands.assignee)}) : t('hand.nobody');
    this.body.replaceChildren(h('p', {}, now), this.choice(hands));
  }

  choice(hands) {
    if (hands.delegated) {
      return hands.mayResolve ? h('div', {class: 'nc-buttons'}, h('button', {
        type: 'button', class: 'nc-button nc-button-main', click: () => this.send('/resolve', {}, 'hand.resolved'),
      }, t(hands.mayFetch ? 'hand.fetch' : 'hand.resolve'))) : '';
    }
    if (!hands.mayGive) {
      return banner('info', t('hand.taken'));
    }
    return hands.colleagues.length === 0 ? banner('info', t('hand.none')) : this.form(hands.colleagues);
  }

  form(colleagues) {
    const group = freshId();
    const to = h('select', {class: 'nc-input', id: freshId()}, h('option', {value: ''}, t('select.choose')),
      colleagues.map(({userId, name}) => h('option', {value: userId}, name)));
    const kinds = KINDS.map((kind) => h('input', {type: 'radio', name: group, value: kind, checked: kind === 'transfer',
      change: () => refresh()}));
    const reason = h('input', {type: 'text', class: 'nc-input', id: freshId(), maxlength: LONGEST_REASON, autocomplete: 'off'});
    const reasonBox = h('div', {class: 'nc-field'}, h('div', {class: 'nc-label'}, h('label', {for: reason.id}, t('hand.reason'))), reason);
    const error = h('div', {class: 'nc-error', role: 'alert'});
    const kind = () => kinds.find((each) => each.checked).value;
    const refresh = () => {
      reasonBox.hidden = kind() !== 'transfer';
    };
    return h('form', {novalidate: true, submit: (event) => {
      event.preventDefault();
      const who = to.selectedOptions[0]?.textContent;
      error.textContent = to.value ? '' : t('hand.choose');
      if (to.value) {
        const transfer = kind() === 'transfer';
        this.send(transfer ? '/transfer' : '/delegate',
          transfer ? {to: to.value, reason: reason.value.trim() || null} : {to: to.value},
          transfer ? 'hand.transferred' : 'hand.delegatedTo', who);
      } else {
        to.focus();
      }
    }},
    h('div', {class: 'nc-field'}, h('div', {class: 'nc-label'}, h('label', {for: to.id}, t('hand.to'))), to, error),
    h('div', {class: 'nc-field', role: 'radiogroup', 'aria-label': t('hand.kind')}, h('div', {class: 'nc-choices'},
      KINDS.map((each, i) => h('label', {class: 'nc-choice'}, kinds[i], h('span', {}, t(`hand.${each}`)),
        h('span', {class: 'nc-hint'}, t(`hand.${each}.hint`)))))),
    reasonBox, h('p', {class: 'nc-hint'}, t('hand.explain')),
    h('div', {class: 'nc-buttons'}, h('button', {type: 'submit', class: 'nc-button nc-button-main'}, t('hand.send'))));
  }

  async send(call, body, key, who) {
    this.body.querySelectorAll('button').forEach((button) => {
      button.disabled = true;
    });
    this.said.replaceChildren(h('p', {class: 'nc-hint'}, t('hand.sending')));
    try {
      const hands = await post(this.path + call, body);
      this.changed = true;
      this.said.replaceChildren(banner('info', t(key, {who})));
      this.show(hands);
    } catch (error) {
      this.said.replaceChildren(banner('bad', t('hand.failed', {reason: error.message})));
      this.body.querySelectorAll('button').forEach((button) => {
        button.disabled = false;
      });
    }
  }
}

/** The plugin. Tasklist hands over the scope of the actions, whose task changes with the selection. */
export const handOverAction = {
  id: 'notice-hand-over',
  pluginPoint: 'tasklist.task.action',
  priority: 90,
  properties: {},
  render: (node, _, scope) => {
    const changed = () => {
      scope?.taskData?.changed?.('task');
      scope?.$root?.$broadcast?.('refresh');
    };
    node.replaceChildren(h('button', {type: 'button', class: 'btn btn-link nc-hand-over', click: () => {
      if (scope?.task) {
        new HandOverPanel(scope.task, changed).open();
      }
    }}, h('span', {class: 'glyphicon glyphicon-share-alt', 'aria-hidden': 'true'}), ' ', t('hand.action')));
  },
};
