/** The one choice of language: Tasklist, Cockpit, Admin, Welcome and the forms all take it from here. */

import {followSecondFactor} from './second-factor.js';

/**
 * Chooses the language as Camunda's webapps do, from the first language of the browser, so that a form never differs
 * from the page around it. Anything but English is answered in Chinese.
 *
 * @param {readonly string[]|undefined} languages the browser's languages, most wanted first
 * @returns {'zh'|'en'}
 */
export function chooseLanguage(languages) {
  return (languages?.[0] ?? '').split('-')[0].toLowerCase() === 'en' ? 'en' : 'zh';
}

export const language = chooseLanguage(globalThis.navigator?.languages);

/** Camunda 7.24 calls the button that unfolds the navigation on a phone by the raw key of its text. */
function nameTheMenuButton() {
  const page = globalThis.document;
  const observer = globalThis.MutationObserver && new globalThis.MutationObserver(() => {
    const button = page.querySelector('.navbar-toggle');
    if (button) {
      button.setAttribute('aria-label', {zh: '展开或收起导航', en: 'Toggle navigation'}[language]);
      observer.disconnect();
    }
  });
  observer?.observe(page.documentElement, {childList: true, subtree: true});
}

/**
 * What the settings of every webapp share. Tells the page its language as well: Camunda leaves it at English, and a
 * Chinese browser would offer to translate the page. And gives the webapp's plugins a minute to arrive: by default the
 * page stays empty where one takes longer than 7 seconds, which a slow line or a fresh server does.
 *
 * @param {{zh: string, en: string}} name what the webapp is called
 */
export function commonSettings(name) {
  globalThis.document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  globalThis.require?.config?.({waitSeconds: 60});
  nameTheMenuButton();
  followSecondFactor(globalThis);
  return {
    app: {name: name[language], vendor: {zh: '通知督办', en: 'Notice Cascade'}[language]},
    locales: {availableLocales: ['zh', 'en'], fallbackLocale: 'zh'},
    disableWelcomeMessage: true,
  };
}
