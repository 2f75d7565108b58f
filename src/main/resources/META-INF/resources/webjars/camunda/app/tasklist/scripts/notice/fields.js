/** The simple fields: one line, long text, whole number, choice. Each brings its label, its hint and its own message. */

import {freshId, h} from './dom.js';
import {maybe, t} from './language.js';
import {countCharacters, readInteger} from './logic.js';

/**
 * What all fields share. A field has a `name`; its label is the text `field.<name>` unless the attribute `label` names
 * another key; `required` makes it obligatory at submission, `required-when="missing"` only while units are missing.
 * A field may have `heard(other)`, called after another field changed, and `follows`: it takes over what the server made
 * of its value.
 * It sends `nc-change` (bubbling) whenever the person changes it.
 */
export class Field extends HTMLElement {
  get name() {
    return this.getAttribute('name');
  }

  get labelKey() {
    return this.getAttribute('label') ?? `field.${this.name}`;
  }

  get label() {
    return t(this.labelKey);
  }

  get required() {
    return this.hasAttribute('required')
      || (this.getAttribute('required-when') === 'missing' && (this.context?.rollup?.missing?.length ?? 0) > 0);
  }

  /** Called with the data of the task before it is used, and again when that was loaded anew. */
  show(context) {
    this.context = context;
    this.fieldId = this.fieldId ?? freshId();
    this.note = h('div', {class: 'nc-note', id: `${this.fieldId}-note`});
    this.error = h('div', {class: 'nc-error', id: `${this.fieldId}-error`, role: 'alert'});
    this.control = this.makeControl();
    this.control.id = this.fieldId;
    this.control.setAttribute('aria-describedby', `${this.fieldId}-note ${this.fieldId}-error`);
    this.replaceChildren(h('div', {class: 'nc-field'}, this.heading(), this.control, this.note, this.error, this.source()));
    this.value = context.record?.[this.name] ?? null;
  }

  heading() {
    const hint = maybe(`hint.${this.name}`);
    return h('div', {class: 'nc-label'},
      h('label', {for: this.fieldId}, this.label),
      this.required && h('span', {class: 'nc-must'}, t('required')),
      hint && h('span', {class: 'nc-hint'}, hint));
  }

  /** With the attribute `source`: the line and the exact words this was read from. */
  source() {
    if (!this.hasAttribute('source')) {
      return null;
    }
    const source = this.context.notice?.sources?.[this.name];
    return source
      ? h('div', {class: 'nc-source'}, h('span', {}, t('draft.source', {line: source.line})), h('q', {}, source.quote))
      : h('div', {class: 'nc-source nc-attention'}, t('draft.unread'));
  }

  changed() {
    this.complain(this.fault());
    this.dispatchEvent(new CustomEvent('nc-change', {bubbles: true}));
  }

  /** What is wrong with the content as such, or null; a faulty value is not saved. */
  fault() {
    return null;
  }

  /** The server's value in the shape and order of this field's own, to tell whether the two differ. */
  normal(value) {
    return value;
  }

  get empty() {
    return this.value === null || this.value === '';
  }

  /** What keeps the task from being submitted, or null. */
  obstacle() {
    return this.fault() ?? (this.required && this.empty ? t('field.empty', {label: this.label}) : null);
  }

  complain(message) {
    this.error.textContent = message ?? '';
    this.control.setAttribute('aria-invalid', message ? 'true' : 'false');
    this.classList.toggle('nc-faulty', Boolean(message));
  }

  set disabled(off) {
    this.querySelectorAll('input, textarea, select, button').forEach((control) => {
      control.disabled = off;
    });
  }

  focusControl() {
    const target = this.control?.matches?.('input, textarea, select')
      ? this.control : this.querySelector('input, textarea, select, button');
    target?.focus();
    this.scrollIntoView({block: 'center'});
  }
}

/** `<nc-line name max required>`: one line of text. */
export class Line extends Field {
  get max() {
    return Number(this.getAttribute('max') ?? 500);
  }

  makeControl() {
    return h('input', {type: 'text', class: 'nc-input', autocomplete: 'off', input: () => this.changed()});
  }

  get value() {
    return this.control.value.trim() === '' ? null : this.control.value;
  }

  set value(text) {
    this.control.value = text ?? '';
    this.count();
  }

  /** What is kept in the browser while it is not saved. */
  get raw() {
    return this.control.value;
  }

  changed() {
    this.count();
    super.changed();
  }

  count() {}

  fault() {
    const over = countCharacters(this.control.value) - this.max;
    return over > 0 ? t('field.tooLong', {n: over, max: this.max}) : null;
  }
}

/** `<nc-text name max rows required>`: long text with a count of its characters. */
export class LongText extends Line {
  makeControl() {
    return h('textarea', {class: 'nc-input', rows: this.getAttribute('rows') ?? 8, input: () => this.changed()});
  }

  count() {
    this.note.textContent = t('field.count', {n: countCharacters(this.control.value), max: this.max});
    this.note.classList.toggle('nc-over', this.fault() !== null);
  }
}

/** `<nc-integer name min max required>`: a whole number; letters get a message instead of a dead button. */
export class IntegerField extends Field {
  makeControl() {
    return h('input', {
      type: 'text', inputmode: 'numeric', class: 'nc-input nc-narrow', autocomplete: 'off', input: () => this.changed(),
    });
  }

  heading() {
    const heading = super.heading();
    if (this.hasAttribute('prefilled')) {
      heading.append(h('span', {class: 'nc-hint'}, t('hint.figure')));
    }
    return heading;
  }

  get value() {
    return readInteger(this.control.value).value;
  }

  set value(number) {
    this.control.value = number ?? '';
  }

  get raw() {
    return this.control.value;
  }

  fault() {
    const {value, wrong} = readInteger(this.control.value);
    if (wrong) {
      return t('field.integer');
    }
    const min = Number(this.getAttribute('min') ?? 0);
    const max = Number(this.getAttribute('max') ?? 10000000);
    return value !== null && (value < min || value > max) ? t('field.range', {min, max}) : null;
  }
}

/** `<nc-select name options="A B C" texts="prefix" required>`: one of a few; option texts are `<prefix>.<option>`. */
export class Select extends Field {
  get options() {
    return (this.getAttribute('options') ?? '').split(/\s+/).filter(Boolean);
  }

  makeControl() {
    const prefix = this.getAttribute('texts') ?? `option.${this.name}`;
    return h('select', {class: 'nc-input nc-narrow', change: () => this.changed()},
      h('option', {value: ''}, t('select.choose')),
      this.options.map((option) => h('option', {value: option}, t(`${prefix}.${option}`))));
  }

  get value() {
    return this.control.value || null;
  }

  set value(option) {
    this.control.value = option ?? '';
  }

  get raw() {
    return this.value;
  }

  obstacle() {
    return this.required && this.empty ? t('field.chooseEmpty', {label: this.label}) : null;
  }
}
