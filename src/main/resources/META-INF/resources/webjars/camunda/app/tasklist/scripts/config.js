// Tasklist's settings: this file wins over the one of the same path in Camunda's webjar.
export default {
  app: {name: '待办任务', vendor: '通知督办'},
  locales: {availableLocales: ['en'], fallbackLocale: 'en'},
  disableWelcomeMessage: true,
  customScripts: ['scripts/notice/notice'],
};
