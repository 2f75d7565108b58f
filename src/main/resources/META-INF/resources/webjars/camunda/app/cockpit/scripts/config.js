// Cockpit's settings: this file wins over the one of the same path in Camunda's webjar.
import {commonSettings} from '../../tasklist/scripts/notice/choice.js';

export default {
  ...commonSettings({zh: '督办看板', en: 'Cockpit'}),
  customScripts: [
    'scripts/board/board',
    'scripts/calendar/calendar',
  ],
};
