/** What a supervisor does about an overdue stage. */

import {DateControl} from './dates.js';
import {freshId, h} from './dom.js';
import {t} from './language.js';
import {ReasonedField} from './reasoned.js';
import {setVariable} from './variables.js';

const MEASURES = ['URGE', 'EXTEND', 'WAIVE'];

/**
 * `<nc-measure>`: urge, give more time (until when, and why) or waive (why). At submission it sets the String variables
 * `measure`, `reason` and `newDue` (yyyy-mm-dd); what does not belong to the measure is empty.
 */
export class Measure extends ReasonedField {
  get name() {
    return 'measure';
  }

  makeControl() {
    const group = freshId();
    this.choices = Object.fromEntries(MEASURES.map((measure) => [measure,
      h('input', {type: 'radio', name: group, value: measure, change: () => this.changed()})]));
    this.newDue = new DateControl({id: freshId(), onChange: () => this.changed()});
    this.newDueBox = h('div', {class: 'nc-reason'}, this.caption(t('measure.newDue'), this.newDue.input.id), this.newDue.element);
    this.makeReason();
    this.reasonBox = h('div', {class: 'nc-reason'}, this.caption(t('measure.reason'), this.reason.id), this.reason, this.count);
    return h('div', {role: 'radiogroup', 'aria-labelledby': `${this.fieldId}-label`},
      h('div', {class: 'nc-choices'}, MEASURES.map((measure) => h('label', {class: 'nc-choice'},
        this.choices[measure], h('span', {}, t(`measure.${measure}`)),
        h('span', {class: 'nc-hint'}, t(`measure.${measure}.hint`))))),
      this.newDueBox, this.reasonBox);
  }

  caption(words, id) {
    return h('div', {class: 'nc-label'}, h('label', {for: id}, words),
      h('span', {class: 'nc-must'}, t('required')));
  }

  get chosen() {
    return MEASURES.find((measure) => this.choices[measure].checked) ?? null;
  }

  /** `{measure: string|null, reason: string, newDue: string|null}` */
  get value() {
    return {measure: this.chosen, reason: this.reason.value, newDue: this.newDue.value};
  }

  set value(kept) {
    MEASURES.forEach((measure) => {
      this.choices[measure].checked = kept?.measure === measure;
    });
    this.reason.value = kept?.reason ?? '';
    this.newDue.value = kept?.newDue ?? null;
    this.refresh();
  }

  refresh() {
    this.newDueBox.hidden = this.chosen !== 'EXTEND';
    this.reasonBox.hidden = this.chosen !== 'EXTEND' && this.chosen !== 'WAIVE';
    this.countReason();
  }

  fault() {
    if (this.chosen === 'EXTEND' && this.newDue.faulty) {
      return t('date.wrong');
    }
    return this.reasonFault();
  }

  obstacle() {
    const {measure, reason, newDue} = this.value;
    if (measure === null) {
      return t('measure.choose');
    }
    if (measure === 'EXTEND' && newDue === null) {
      return t('field.empty', {label: t('measure.newDue')});
    }
    const wordless = measure !== 'URGE' && reason.trim() === '';
    return this.fault() ?? (wordless ? t('field.empty', {label: t('measure.reason')}) : null);
  }

  /** Only the control the message is about is marked. */
  complain(message) {
    super.complain(message);
    const date = this.dateMissing;
    this.newDue.input.setAttribute('aria-invalid', String(Boolean(message) && date));
    this.reason.setAttribute('aria-invalid', String(Boolean(message) && !date && !this.reasonBox.hidden));
  }

  get dateMissing() {
    return this.chosen === 'EXTEND' && this.newDue.value === null;
  }

  beforeSubmit(camForm) {
    const {measure, reason, newDue} = this.value;
    setVariable(camForm, 'measure', 'String', measure);
    setVariable(camForm, 'reason', 'String', measure === 'URGE' ? '' : reason.trim());
    setVariable(camForm, 'newDue', 'String', measure === 'EXTEND' ? newDue : '');
  }

  focusControl() {
    if (this.dateMissing) {
      this.newDue.input.focus();
    } else {
      (this.reasonBox.hidden ? this.choices[this.chosen ?? 'URGE'] : this.reason).focus();
    }
  }
}
