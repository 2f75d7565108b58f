// Tasklist's settings: this file wins over the one of the same path in Camunda's webjar.
import {commonSettings} from './notice/choice.js';

export default {
  ...commonSettings({zh: '待办任务', en: 'Tasklist'}),
  customScripts: ['scripts/notice/notice', 'scripts/notice/desk'],
};
