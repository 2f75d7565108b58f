/**
 * What this service adds around Tasklist's own list and task: counts, lights, the notice beside the form, handing over.
 * Loaded by Tasklist (`customScripts` in ../config.js), beside notice.js.
 */

import {countBadges} from './counts.js';
import {handOverAction} from './hand-over.js';
import {lightCard} from './lights.js';
import {readingTab} from './reading.js';
import {withoutRawTooltips} from './raw-tooltips.js';

function addStyle() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('desk.css', import.meta.url).href;
  document.head.append(link);
}

addStyle();
withoutRawTooltips(document);

export default [readingTab, lightCard, handOverAction, countBadges];
