/**
 * The parts that the embedded forms are built from, as web components with the prefix `nc-`. Tasklist loads this module
 * once (`customScripts` in ../config.js); the forms under `forms/` only name the parts.
 */

import {Addressees} from './addressees.js';
import {extensionTab} from './ask.js';
import {DateField} from './dates.js';
import {Decision} from './decision.js';
import {deputyAction} from './deputy.js';
import {DuesField} from './dues.js';
import {Evidence} from './evidence.js';
import {IntegerField, Line, LongText, Select} from './fields.js';
import {ExtensionRequest} from './extension.js';
import {Form} from './form.js';
import {Explain, Head} from './head.js';
import {ReturnPanel, Versions, WorkView} from './history.js';
import {Measure} from './measure.js';
import {NoticeText} from './notice-text.js';
import {NoticeView} from './notice-view.js';
import {watchNotifications} from './notifications.js';
import {NoticeRemarks, Requirements} from './requirements.js';
import {Rollup} from './rollup.js';
import {sessionsAction} from './sessions.js';
import {Upload} from './upload.js';

const ELEMENTS = {
  'nc-form': Form,
  'nc-head': Head,
  'nc-explain': Explain,
  'nc-notice': NoticeText,
  'nc-return': ReturnPanel,
  'nc-versions': Versions,
  'nc-work': WorkView,
  'nc-rollup': Rollup,
  'nc-line': Line,
  'nc-text': LongText,
  'nc-integer': IntegerField,
  'nc-select': Select,
  'nc-date': DateField,
  'nc-decision': Decision,
  'nc-measure': Measure,
  'nc-extension': ExtensionRequest,
  'nc-upload': Upload,
  'nc-evidence': Evidence,
  'nc-remarks': NoticeRemarks,
  'nc-requirements': Requirements,
  'nc-addressees': Addressees,
  'nc-dues': DuesField,
  'nc-notice-view': NoticeView,
};

function addStyle() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('notice.css', import.meta.url).href;
  document.head.append(link);
}

for (const [name, element] of Object.entries(ELEMENTS)) {
  customElements.define(name, element);
}
addStyle();
watchNotifications(document, window);

/** What is reached by a place in Tasklist; the parts above are reached by their names. */
export default [extensionTab, deputyAction, sessionsAction];
