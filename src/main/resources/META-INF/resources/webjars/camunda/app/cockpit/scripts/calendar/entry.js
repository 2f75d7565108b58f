/** Entering a year's arrangement: paste or read a file, preview, enter. Only shown to administrators. */

import {post} from '../../../tasklist/scripts/notice/api.js';
import {banner, freshId, h} from '../../../tasklist/scripts/notice/dom.js';
import {language, t} from '../../../tasklist/scripts/notice/language.js';
import {legend, yearGrid} from './grid.js';
import {lineRange} from './spans.js';

const EXAMPLE = (year) => `${year}-01-01, OFF, 元旦\n${year}-01-02, OFF, 元旦`;

export class ArrangementEntry {
  /**
   * @param {{year: number, documentNumber: string|null}} arranged the year as it is
   * @param {(answer: object) => void} onEntered told once the arrangement is in force
   */
  constructor({year, documentNumber}, onEntered) {
    Object.assign(this, {year, onEntered, sound: false});
    const changed = () => this.changed();
    this.number = h('input', {
      type: 'text', class: 'nc-input', id: freshId(), autocomplete: 'off', value: documentNumber ?? '', input: changed,
    });
    this.lines = h('textarea', {
      class: 'nc-input nc-lines', id: freshId(), rows: 12, spellcheck: 'false', placeholder: EXAMPLE(year), input: changed,
    });
    this.file = h('input', {type: 'file', id: freshId(), accept: '.csv,.txt,text/plain,text/csv', change: () => this.read()});
    this.previewButton = h('button', {type: 'submit', class: 'nc-button nc-button-main'}, t('calendar.preview'));
    this.saveButton = h('button', {type: 'button', class: 'nc-button', disabled: true, click: () => this.save()}, t('calendar.save'));
    this.answer = h('div', {'aria-live': 'polite'});
    this.element = this.form();
  }

  form() {
    const row = (key, control, hint) => h('div', {class: 'nc-field'}, h('div', {class: 'nc-label'},
      h('label', {for: control.id}, t(key)), hint && h('span', {class: 'nc-hint'}, hint)), control);
    return h('section', {class: 'nc-card nc-entry'}, h('h2', {}, t('calendar.enter', {year: this.year})),
      h('p', {class: 'nc-hint'}, t('calendar.enter.explain')),
      h('form', {novalidate: true, submit: (event) => this.preview(event)},
        row('calendar.number', this.number, t('calendar.number.example')),
        row('calendar.file', this.file), row('calendar.lines', this.lines),
        h('div', {class: 'nc-buttons'}, this.previewButton, this.saveButton)),
      this.answer);
  }

  async read() {
    const [file] = this.file.files;
    try {
      this.lines.value = file ? await file.text() : this.lines.value;
      this.changed();
    } catch {
      this.answer.replaceChildren(banner('bad', t('calendar.file.wrong', {name: file.name})));
    } finally {
      this.file.value = '';
    }
  }

  /** Only what was previewed as it stands can be entered. */
  changed() {
    if (this.sound) {
      this.answer.replaceChildren(banner('info', t('calendar.again')));
    }
    this.sound = false;
    this.saveButton.disabled = true;
  }

  send(dryRun) {
    return post(`/calendar/years/${this.year}?dryRun=${dryRun}`, {documentNumber: this.number.value, days: this.lines.value});
  }

  async preview(event) {
    event.preventDefault();
    await this.during(this.previewButton, async () => {
      const answer = await this.send(true);
      this.sound = answer.problems.length === 0;
      this.saveButton.disabled = !this.sound;
      this.answer.replaceChildren(
        this.sound ? banner('info', t('calendar.previewed')) : this.problems(answer.problems),
        h('h3', {}, t('calendar.preview.title', {year: this.year})), legend(), yearGrid(this.year, answer.months));
    });
  }

  problems(problems) {
    return h('div', {class: 'nc-banner nc-bad', role: 'alert'}, h('p', {}, t('calendar.problems', {n: problems.length})),
      h('ul', {class: 'nc-problems'}, problems.map(({line, chinese, english}) => h('li', {},
        h('span', {}, language === 'en' ? english : chinese),
        line > 0 && h('button', {type: 'button', class: 'nc-button', click: () => this.goTo(line)}, t('calendar.problem.go', {line}))))));
  }

  goTo(line) {
    const {start, end} = lineRange(this.lines.value, line);
    this.lines.focus();
    this.lines.setSelectionRange(start, end);
    this.lines.scrollIntoView({block: 'center'});
  }

  save() {
    return this.during(this.saveButton, async () => this.onEntered(await this.send(false)));
  }

  /** Says what went wrong; the button is free again afterwards. */
  async during(button, work) {
    const words = button.textContent;
    button.disabled = true;
    button.textContent = t('calendar.working');
    try {
      await work();
    } catch (error) {
      this.answer.replaceChildren(banner('bad', t('calendar.not', {reason: error.message})));
    } finally {
      button.textContent = words;
      button.disabled = button === this.saveButton && !this.sound;
    }
  }
}
