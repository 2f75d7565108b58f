/** What was handed in before, why it came back, and who did what. */

import {longDate} from './dates.js';
import {descriptions, fold, h, paragraphs} from './dom.js';
import {maybe, t} from './language.js';
import {isDate, momentText} from './logic.js';

/** The fields of each kind of work, in the order they are read. */
const FIELDS = [
  'measures', 'responsible', 'startsOn', 'endsOn', 'form', 'plannedOn', 'heldOn', 'unitsTotal', 'unitsReported',
  'sessionsHeld', 'participants', 'summary', 'content', 'problems', 'gapsDeclared',
];

function fieldValue(name, value) {
  if (typeof value === 'string' && isDate(value)) {
    return longDate(value);
  }
  if (name === 'form' && value) {
    return maybe(`option.form.${value}`) ?? value;
  }
  return typeof value === 'string' ? h('div', {class: 'nc-read'}, paragraphs(value)) : value;
}

/** A piece of work to read: the fields it has, or those named. */
export function workView(work, names = FIELDS) {
  const shown = names.filter((name) => work && name in work && (name !== 'gapsDeclared' || work[name]));
  if (shown.length === 0) {
    return h('p', {class: 'nc-quiet'}, t('work.empty'));
  }
  const entries = (picked) => picked.map((name) => [t(`field.${name}`), fieldValue(name, work[name])]);
  const long = ['measures', 'content', 'problems', 'gapsDeclared'];
  return h('div', {class: 'nc-work'},
    descriptions(entries(shown.filter((name) => !long.includes(name)))),
    shown.filter((name) => long.includes(name)).map((name) => h('section', {class: 'nc-block'},
      h('h4', {}, t(`field.${name}`)), fieldValue(name, work[name]) ?? h('p', {class: 'nc-quiet'}, t('none')))));
}

/** `<nc-work title="work.PLAN" fields="measures responsible">`: the submitted version, to be read by who decides. */
export class WorkView extends HTMLElement {
  show(context) {
    const names = this.getAttribute('fields')?.split(/\s+/);
    this.replaceChildren(h('section', {class: 'nc-card'},
      h('h4', {}, t(this.getAttribute('text'))), workView(context.work, names)));
  }
}

/** The reason of the last return, when that is why the task is here again. */
export function lastReturn(versions) {
  const last = versions?.[0];
  return last?.returnReason ? last : null;
}

/** `<nc-return>`: shown only when the work came back. */
export class ReturnPanel extends HTMLElement {
  show(context) {
    const last = lastReturn(context.versions);
    this.replaceChildren(...(last ? [h('section', {class: 'nc-return', role: 'note'},
      h('h4', {}, t('return.title')),
      h('div', {class: 'nc-return-reason'}, paragraphs(last.returnReason)),
      h('p', {class: 'nc-hint'}, t('return.by', {who: last.decidedBy ?? '', when: momentText(last.decidedAt)})))] : []));
  }
}

/** `<nc-versions>`: earlier versions and the record of acts, folded. */
export class Versions extends HTMLElement {
  show(context) {
    const versions = context.versions ?? [];
    const ledger = context.ledger ?? [];
    this.replaceChildren(
      ...(versions.length ? [fold(t('versions.title'), {count: t('notice.items', {n: versions.length})},
        versions.map((version) => this.version(version)))] : []),
      ...(ledger.length ? [fold(t('ledger.title'), {count: t('notice.items', {n: ledger.length})},
        h('ul', {class: 'nc-ledger'}, ledger.map((entry) => this.entry(entry))))] : []));
  }

  version(version) {
    const status = version.statusLabel
      ?? (version.returnReason ? t('versions.returned') : version.approved ? t('versions.signed') : '');
    return h('section', {class: 'nc-version', 'data-version': version.version},
      h('h5', {}, t('versions.version', {n: version.version}), status && h('span', {class: 'nc-tag'}, status)),
      version.submittedAt && h('p', {class: 'nc-hint'},
        t('versions.submitted', {who: version.submittedBy ?? '', when: momentText(version.submittedAt)})),
      version.returnReason && h('div', {class: 'nc-return-reason'},
        h('strong', {}, `${t('return.reason')}${t('label.colon')}`), paragraphs(version.returnReason)),
      version.work && workView(version.work));
  }

  entry(entry) {
    const change = entry.fromValue || entry.toValue
      ? t('ledger.change', {from: entry.fromValue || '—', to: entry.toValue || '—'}) : '';
    return h('li', {}, h('time', {}, momentText(entry.at)), h('span', {}, entry.actorName), h('span', {}, entry.actLabel),
      change && h('span', {class: 'nc-hint'}, change));
  }
}
