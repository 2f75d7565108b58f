/** Small parts that tables and details share. */

import {h} from '../../../tasklist/scripts/notice/dom.js';
import {daysText, w} from './words.js';

/** The light as a word with its colour; nothing without a due date. */
export function light(view) {
  const {light: colour} = view.unit;
  return colour ? h('span', {class: `nc-light nc-light-${colour}`}, w(`light.${colour}`)) : null;
}

/** The due date, the original one where it was moved, and whether it may still move. */
export function due(view) {
  const {dueDate, originalDue} = view.unit;
  if (!dueDate) {
    return null;
  }
  return h('span', {class: 'nc-due-cell'}, h('span', {class: 'nc-day'}, dueDate),
    view.provisional && h('span', {class: 'nc-tag nc-tag-warn', title: w('due.provisionalHint')}, w('due.provisional')),
    originalDue && originalDue !== dueDate && h('span', {class: 'nc-hint'}, w('due.original', {date: originalDue})));
}

export function days(view) {
  const text = daysText(view.workingDaysLeft);
  return text && h('span', {class: view.workingDaysLeft < 0 ? 'nc-late' : null}, text);
}

/** A person with a number to call. */
export function person(someone) {
  return h('span', {class: 'nc-person'}, h('span', {}, someone.name), someone.phone
    ? h('a', {href: `tel:${someone.phone.replace(/[^\d+]/g, '')}`}, someone.phone)
    : h('span', {class: 'nc-hint'}, w('detail.noPhone')));
}
