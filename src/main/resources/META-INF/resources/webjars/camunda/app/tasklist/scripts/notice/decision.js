/** Agreeing or returning. */

import {freshId, h} from './dom.js';
import {maybe, t} from './language.js';
import {ReasonedField} from './reasoned.js';
import {setVariable} from './variables.js';

/**
 * `<nc-decision words="approve|sign|confirm|extend">`: two choices, and the reason when it is returned. At submission it sets
 * the variables `approved` (Boolean) and `reason` (String, empty when approved).
 */
export class Decision extends ReasonedField {
  get name() {
    return 'decision';
  }

  get words() {
    return `decision.${this.getAttribute('words') ?? 'approve'}`;
  }

  get reasonLabel() {
    return maybe(`${this.words}.reason`) ?? t('field.reason');
  }

  makeControl() {
    const group = freshId();
    const radio = (kind) => h('input', {type: 'radio', name: group, value: kind, change: () => this.changed()});
    this.agree = radio('agree');
    this.back = radio('return');
    this.makeReason();
    this.reasonBox = h('div', {class: 'nc-reason'},
      h('div', {class: 'nc-label'}, h('label', {for: this.reason.id}, this.reasonLabel),
        h('span', {class: 'nc-must'}, t('required')), h('span', {class: 'nc-hint'}, maybe(`${this.words}.why`) ?? t('decision.why'))),
      this.reason, this.count);
    return h('div', {role: 'radiogroup', 'aria-labelledby': `${this.fieldId}-label`},
      h('div', {class: 'nc-choices'},
        h('label', {class: 'nc-choice'}, this.agree, h('span', {}, t(`${this.words}.agree`))),
        h('label', {class: 'nc-choice nc-choice-return'}, this.back, h('span', {}, t(`${this.words}.return`)))),
      this.reasonBox);
  }

  /** `{approved: true|false|null, reason: string}` */
  get value() {
    return {approved: this.agree.checked ? true : this.back.checked ? false : null, reason: this.reason.value};
  }

  set value(decision) {
    this.agree.checked = decision?.approved === true;
    this.back.checked = decision?.approved === false;
    this.reason.value = decision?.reason ?? '';
    this.refresh();
  }

  refresh() {
    this.reasonBox.hidden = !this.back.checked;
    this.countReason();
  }

  fault() {
    return this.reasonFault();
  }

  obstacle() {
    const {approved, reason} = this.value;
    if (approved === null) {
      return t('decision.choose');
    }
    return this.fault() ?? (!approved && reason.trim() === '' ? t('field.empty', {label: this.reasonLabel}) : null);
  }

  beforeSubmit(camForm) {
    const {approved, reason} = this.value;
    setVariable(camForm, 'approved', 'Boolean', approved);
    setVariable(camForm, 'reason', 'String', approved ? '' : reason.trim());
  }

  focusControl() {
    (this.back.checked ? this.reason : this.agree).focus();
  }
}
