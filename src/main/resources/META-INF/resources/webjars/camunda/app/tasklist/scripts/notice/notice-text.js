/** Reading the notice. */

import {address} from './api.js';
import {longDate, tentative} from './dates.js';
import {fold, h, paragraphs} from './dom.js';
import {t} from './language.js';
import {fileSize} from './logic.js';

/** The sections with their headings. */
export function sectionList(sections) {
  if (!sections?.length) {
    return h('p', {class: 'nc-quiet'}, t('notice.noSections'));
  }
  return sections.map((section) => h('section', {class: `nc-section nc-depth-${section.depth}`},
    h('p', {class: 'nc-section-heading'}, `${section.numbering ?? ''}${section.heading ?? ''}`),
    paragraphs(section.content)));
}

/** The chosen requirements as a checklist to read. */
export function requirementList(requirements) {
  return h('ul', {class: 'nc-checklist'}, requirements.map((requirement) => h('li', {},
    h('span', {class: 'nc-path'}, requirement.sectionPath),
    h('span', {}, requirement.content),
    h('span', {class: 'nc-note'},
      requirement.dueDate && [t('notice.due', {date: longDate(requirement.dueDate)}), ' ', tentative(requirement.dueDate)],
      requirement.dueDate && requirement.deadline && ' · ',
      requirement.deadline && t('notice.deadline', {deadline: requirement.deadline})))));
}

/** Links to the files; the service sends them as downloads. */
export function attachmentList(attachments) {
  return h('ul', {class: 'nc-files'}, attachments.map((file) => h('li', {},
    h('a', {href: address(`/documents/${file.id}/content`), download: file.fileName}, file.fileName),
    h('span', {class: 'nc-hint'}, fileSize(file.sizeBytes)))));
}

/** `<nc-notice open text-only>`: requirements, full text and attachments, each to be folded; `open` unfolds the text,
 * `text-only` leaves the requirements to another part. */
export class NoticeText extends HTMLElement {
  show(context) {
    const notice = context.notice;
    if (!notice) {
      return;
    }
    const chosen = this.hasAttribute('text-only')
      ? [] : (notice.requirements ?? []).filter((requirement) => requirement.selected);
    const files = notice.attachments ?? [];
    const open = this.hasAttribute('open');
    this.replaceChildren(
      ...(chosen.length ? [fold(t('notice.requirements'), {open, count: t('notice.items', {n: chosen.length})},
        requirementList(chosen))] : []),
      fold(t('notice.show'), {open}, sectionList(notice.sections)),
      ...(files.length ? [fold(t('notice.attachments'), {open: true, count: t('notice.items', {n: files.length})},
        attachmentList(files))] : []));
  }
}
