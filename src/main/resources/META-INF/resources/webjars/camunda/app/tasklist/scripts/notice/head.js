/** What stands on top: which notice, whose task, until when. */

import {longDate, tentative} from './dates.js';
import {banner, descriptions, h} from './dom.js';
import {language, t} from './language.js';
import {dueWords} from './logic.js';

/** `<nc-head>` */
export class Head extends HTMLElement {
  show(context) {
    const notice = context.notice ?? {};
    this.replaceChildren(h('header', {class: 'nc-head'},
      notice.documentNumber && h('div', {class: 'nc-number'}, notice.documentNumber),
      h('h3', {class: 'nc-title'}, notice.title ?? context.name ?? ''),
      descriptions([
        ...(context.unit ? [[t('head.unit'), context.unit.name]] : []),
        // the task's name goes on with unit and document number, which stand here already
        [t('head.stage'), context.stageLabel ?? context.name?.split(' · ')[0]],
        ...(context.superior ? [[t('head.superior'), context.superior.name]] : []),
        [t('due.label'), this.due(context)],
      ]),
      context.provisional && banner('warn', t('due.provisional'))));
  }

  due(context) {
    if (!context.dueDate) {
      return t('due.none');
    }
    const left = context.workingDaysLeft;
    const known = left !== null && left !== undefined;
    const words = known ? dueWords(left) : null;
    const moved = context.originalDue && context.originalDue !== context.dueDate;
    return h('span', {class: 'nc-due'},
      (language === 'zh' && context.dueLabel) || longDate(context.dueDate), ' ',
      tentative(context.dueDate, context.provisional),
      // The colour is the service's: its table of lights says when it changes.
      known && h('span', {class: `nc-light nc-light-${context.light ?? 'NONE'}`}, t(words.key, {n: words.n})),
      moved && h('span', {class: 'nc-hint'}, t('due.original', {date: longDate(context.originalDue)})));
  }
}

/** `<nc-explain text="key">`: a sentence on what to do here. */
export class Explain extends HTMLElement {
  show() {
    this.replaceChildren(banner('info', t(this.getAttribute('text'))));
  }
}
