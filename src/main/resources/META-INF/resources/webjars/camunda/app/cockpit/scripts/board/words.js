/** What the board says, in the language of the page around it. */

import {language} from '../../../tasklist/scripts/notice/choice.js';
import {en} from './texts-en.js';
import {zh} from './texts-zh.js';

const TEXTS = {zh, en};

/**
 * The text of a key, with `{name}` replaced by the value of that name. An unknown key shows as itself.
 *
 * @param {string} key
 * @param {Object<string, string|number>} [values]
 * @param {'zh'|'en'} [wanted]
 */
export function w(key, values = {}, wanted = language) {
  const text = TEXTS[wanted][key] ?? TEXTS.zh[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** How a count of working days to a due date is said. */
export function daysText(left, wanted = language) {
  if (left === null || left === undefined) {
    return '';
  }
  if (left < 0) {
    return w('days.late', {n: -left}, wanted);
  }
  return left === 0 ? w('days.today', {}, wanted) : w('days.left', {n: left}, wanted);
}

/** `12 / 28`, or a dash where there is nobody to count. */
export function share(part, all) {
  return all ? `${part} / ${all}` : '—';
}
