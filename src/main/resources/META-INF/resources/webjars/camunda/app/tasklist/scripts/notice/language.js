/** Which language the forms speak, and their texts in it. Chinese unless the person asked for English. */

import {zh} from './texts-zh.js';
import {en} from './texts-en.js';

const TEXTS = {zh, en};
const STORED = 'notice-cascade.language';

/**
 * Chooses the language as Tasklist itself does: by the first language of the browser. (The page's own `lang` is of no
 * use: Tasklist leaves it at "en" whatever it shows.)
 *
 * @param {string|null|undefined} stored a choice kept in the browser; wins where it is `zh` or `en`
 * @param {readonly string[]|undefined} languages the browser's languages, most wanted first
 * @returns {'zh'|'en'}
 */
export function chooseLanguage(stored, languages) {
  if (stored === 'zh' || stored === 'en') {
    return stored;
  }
  return (languages?.[0] ?? '').toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function storedLanguage() {
  try {
    return globalThis.localStorage?.getItem(STORED);
  } catch {
    return null; // storage may be switched off
  }
}

export const language = chooseLanguage(storedLanguage(), globalThis.navigator?.languages);

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
