/** The notice as it will be issued, for who signs and who archives it. */

import {unitsBelowHeadquarters} from './addressees.js';
import {longDate} from './dates.js';
import {descriptions, fold, h} from './dom.js';
import {duesView} from './dues.js';
import {t} from './language.js';
import {requirementList} from './notice-text.js';

/** `<nc-notice-view>` */
export class NoticeView extends HTMLElement {
  show({notice}) {
    if (!notice) {
      return;
    }
    const chosen = (notice.requirements ?? []).filter((requirement) => requirement.selected);
    const codes = notice.addresseeCodes ?? [];
    this.units = h('ul', {class: 'nc-unit-names'}, codes.map((code) => h('li', {}, code)));
    this.replaceChildren(
      h('section', {class: 'nc-card'}, h('h4', {}, t('draft.fields')), descriptions([
        ...['documentNumber', 'title', 'issuer', 'addressees'].map((name) => [t(`field.${name}`), notice[name]]),
        [t('field.issueDate'), longDate(notice.issueDate)],
        [t('field.contact'), notice.contact],
        [t('field.urgency'), notice.urgency && t(`urgency.${notice.urgency}`)],
        [t('field.downTo'), notice.downTo && t(`level.${notice.downTo}`)],
      ])),
      fold(t('field.requirements'), {open: true, count: t('notice.items', {n: chosen.length})}, requirementList(chosen)),
      fold(t('field.dues'), {open: true}, h('div', {class: 'nc-scroll'}, duesView(notice))),
      fold(t('field.addresseeCodes'), {open: codes.length <= 8, count: t('notice.items', {n: codes.length})}, this.units));
    this.nameUnits(codes);
  }

  /** Codes at first, full names as soon as they are known. */
  async nameUnits(codes) {
    try {
      const names = new Map((await unitsBelowHeadquarters()).map((unit) => [unit.code, unit.name]));
      this.units.replaceChildren(...codes.map((code) => h('li', {}, names.get(code) ?? code)));
    } catch {
      // The codes stay: they say the same.
    }
  }
}
