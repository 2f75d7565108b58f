/** More time: what was asked for and what became of it. */

import {get} from './api.js';
import {dueDate, longDate} from './dates.js';
import {banner, descriptions, h, paragraphs} from './dom.js';
import {language, t} from './language.js';
import {momentText} from './logic.js';

function act(name, moment) {
  return name || moment ? t('extension.who', {who: name ?? '', when: momentText(moment)}) : null;
}

/**
 * One request to read.
 *
 * @param {object} view an entry of `GET /assignments/{id}/extensions`
 */
export function requestView({extension: request, statusLabel, askedByName, decidedByName, neededBy}) {
  const decided = request.status !== 'ASKED';
  const status = language === 'en' ? t(`extension.${request.status}`) : statusLabel;
  return h('section', {class: `nc-request nc-request-${request.status}`},
    descriptions([
      [t('extension.from'), dueDate(request.fromDue)],
      [t('extension.to'), dueDate(request.toDue)],
      [t('extension.by'), act(askedByName ?? request.askedBy, request.askedAt)],
      [t('extension.downwards'), t(request.downwards ? 'extension.yes' : 'extension.no')],
      [t('extension.status'), h('span', {class: 'nc-tag nc-status-tag'}, status)],
      ...(decided ? [[t('extension.decided'), act(decidedByName ?? request.decidedBy, request.decidedAt)]] : []),
      ...(request.answer ? [[t('extension.answer'), request.answer]] : []),
    ]),
    neededBy && banner('warn', t('extension.neededBy', {date: longDate(neededBy)})),
    h('section', {class: 'nc-block'}, h('h5', {}, t('extension.reason')),
      h('div', {class: 'nc-read'}, paragraphs(request.reason))));
}

/** `<nc-extension>`: for who decides, the request that waits, and folded away what was asked for before. */
export class ExtensionRequest extends HTMLElement {
  async show(context) {
    this.replaceChildren(h('p', {class: 'nc-quiet'}, t('form.loading')));
    try {
      const [newest, ...past] = await get(`/assignments/${context.assignmentId}/extensions`);
      this.replaceChildren(...(newest ? [
        h('section', {class: 'nc-card'}, h('h4', {}, t('extension.title')), requestView(newest)),
        ...(past.length > 0 ? [pastRequests(past)] : []),
      ] : []));
    } catch (error) {
      this.replaceChildren(banner('bad', t('form.loadFailed', {reason: error.message})));
    }
  }
}

/** Earlier requests, folded. */
export function pastRequests(views, open = false) {
  return h('details', {class: 'nc-fold', open},
    h('summary', {}, h('span', {class: 'nc-fold-title'}, t('extension.past')),
      h('span', {class: 'nc-count'}, t('notice.items', {n: views.length}))),
    h('div', {class: 'nc-fold-body'}, views.map(requestView)));
}
