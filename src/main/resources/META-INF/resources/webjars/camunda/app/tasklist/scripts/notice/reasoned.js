/** What a decision and a measure share: choices, one of which may ask for a reason. */

import {freshId, h} from './dom.js';
import {Field} from './fields.js';
import {t} from './language.js';
import {countCharacters} from './logic.js';

const LONGEST_REASON = 1000;

/** Its legend names the group of choices; `makeReason` brings `this.reason` and `this.count`. */
export class ReasonedField extends Field {
  get required() {
    return true;
  }

  get raw() {
    return this.value;
  }

  heading() {
    return h('div', {class: 'nc-label'}, h('span', {id: `${this.fieldId}-label`, class: 'nc-legend'}, this.label),
      h('span', {class: 'nc-must'}, t('required')));
  }

  makeReason() {
    this.count = h('div', {class: 'nc-note', id: freshId()});
    this.reason = h('textarea', {
      class: 'nc-input', rows: 4, id: freshId(), 'aria-describedby': this.count.id, input: () => this.changed(),
    });
  }

  changed() {
    this.refresh();
    super.changed();
  }

  countReason() {
    this.count.textContent = t('field.count', {n: countCharacters(this.reason.value), max: LONGEST_REASON});
  }

  /** What is wrong with the reason where one is asked for, or null. */
  reasonFault() {
    const over = this.reasonBox.hidden ? 0 : countCharacters(this.reason.value) - LONGEST_REASON;
    return over > 0 ? t('field.tooLong', {n: over, max: LONGEST_REASON}) : null;
  }
}
