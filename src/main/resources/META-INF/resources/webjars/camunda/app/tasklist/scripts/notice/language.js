/** What the forms say, in the language of the page around them. */

import {language} from './choice.js';
import {zh} from './texts-zh.js';
import {en} from './texts-en.js';
import {zh as deskZh} from './texts-desk-zh.js';
import {en as deskEn} from './texts-desk-en.js';

const TEXTS = {zh: {...zh, ...deskZh}, en: {...en, ...deskEn}};

export {language};

/**
 * The text of a key, with `{name}` replaced by the value of that name. An unknown key shows as itself.
 *
 * @param {string} key
 * @param {Object<string, string|number>} [values]
 * @param {'zh'|'en'} [wanted]
 */
export function t(key, values = {}, wanted = language) {
  const text = TEXTS[wanted][key] ?? TEXTS.zh[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The text of a key, or null where there is none. */
export function maybe(key) {
  return TEXTS[language][key] ?? TEXTS.zh[key] ?? null;
}

/** What the server said, in the language of the page: `detail` is Chinese, `detailEn` English. */
export function detailOf(problem) {
  return (language === 'en' && problem?.detailEn) || problem?.detail || null;
}
