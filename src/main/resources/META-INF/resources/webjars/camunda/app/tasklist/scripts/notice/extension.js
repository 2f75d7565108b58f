/** A request for more time, to be read by who decides on it. */

import {get} from './api.js';
import {longDate} from './dates.js';
import {banner, descriptions, h, paragraphs} from './dom.js';
import {t} from './language.js';
import {momentText} from './logic.js';

/** `<nc-extension>`: the newest request for the unit of this task. */
export class ExtensionRequest extends HTMLElement {
  async show(context) {
    this.replaceChildren(h('p', {class: 'nc-quiet'}, t('form.loading')));
    try {
      const [newest] = await get(`/assignments/${context.assignmentId}/extensions`);
      this.replaceChildren(newest ? this.card(newest.extension) : '');
    } catch (error) {
      this.replaceChildren(banner('bad', t('form.loadFailed', {reason: error.message})));
    }
  }

  card(request) {
    return h('section', {class: 'nc-card'},
      h('h4', {}, t('extension.title')),
      descriptions([
        [t('extension.from'), longDate(request.fromDue)],
        [t('extension.to'), longDate(request.toDue)],
        [t('extension.asked'), momentText(request.askedAt)],
        [t('extension.downwards'), t(request.downwards ? 'extension.yes' : 'extension.no')],
      ]),
      h('section', {class: 'nc-block'}, h('h4', {}, t('extension.reason')), h('div', {class: 'nc-read'}, paragraphs(request.reason))));
  }
}
