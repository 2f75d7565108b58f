/** Starting: hand over the document, see what was read from it. */

import {upload} from './api.js';
import {longDate} from './dates.js';
import {banner, descriptions, freshId, h} from './dom.js';
import {Field} from './fields.js';
import {t} from './language.js';
import {fileSize} from './logic.js';
import {setVariable} from './variables.js';

/** `<nc-upload>`: a file or pasted text; at submission the variable `documentId` (Long) names what was kept. */
export class Upload extends Field {
  get name() {
    return 'document';
  }

  makeControl() {
    this.fileId = freshId();
    this.file = h('input', {type: 'file', id: this.fileId, accept: '.txt,text/plain', change: () => this.sendFile(this.file.files)});
    this.text = h('textarea', {class: 'nc-input', rows: 10, id: freshId()});
    this.result = h('div', {class: 'nc-result', 'aria-live': 'polite'});
    const drop = h('div', {
      class: 'nc-drop', dragover: (event) => event.preventDefault(),
      drop: (event) => {
        event.preventDefault();
        this.sendFile(event.dataTransfer.files);
      },
    }, h('label', {for: this.fileId, class: 'nc-drop-label'}, t('upload.choose')), this.file,
    h('div', {class: 'nc-hint'}, t('upload.drop'), ' · ', t('upload.formats')));
    return h('div', {}, drop,
      h('details', {class: 'nc-fold'}, h('summary', {}, h('span', {class: 'nc-fold-title'}, t('upload.paste'))),
        h('div', {class: 'nc-fold-body'}, h('label', {for: this.text.id}, t('upload.pasteLabel')), this.text,
          h('div', {class: 'nc-buttons'}, h('button', {type: 'button', class: 'nc-button', click: () => this.sendText()},
            t('upload.read'))))),
      this.result);
  }

  heading() {
    return h('div', {class: 'nc-label'}, h('span', {class: 'nc-legend'}, this.label), h('span', {class: 'nc-must'}, t('required')));
  }

  sendFile(files) {
    if (files.length > 0) {
      this.send(files[0], files[0].name);
    }
  }

  sendText() {
    if (this.text.value.trim() === '') {
      this.complain(t('upload.pasteEmpty'));
      return;
    }
    this.send(new Blob([this.text.value], {type: 'text/plain;charset=UTF-8'}), t('upload.pastedName'));
  }

  async send(blob, name) {
    const turn = Symbol(name);
    this.turn = turn;
    this.document = null;
    this.reading = true;
    this.complain(null);
    this.result.replaceChildren(h('p', {class: 'nc-quiet'}, t('upload.reading', {name})));
    try {
      const document = await upload('/documents', blob, name);
      if (this.turn === turn) {
        this.document = document;
        this.reading = false;
        this.result.replaceChildren(this.preview(document));
        this.changed();
      }
    } catch (error) {
      if (this.turn === turn) {
        this.result.replaceChildren();
        this.complain(error.message);
      }
    } finally {
      this.reading = this.turn === turn ? false : this.reading;
      this.file.value = '';
    }
  }

  preview(document) {
    const read = document.preview ?? {};
    const remarks = (read.remarks ?? []).map((remark) => ({line: remark.line, words: remark.remark ?? remark.text ?? remark}));
    return h('section', {class: 'nc-card'},
      banner('info', t('upload.done', {name: document.fileName, size: fileSize(document.sizeBytes)})),
      descriptions([
        [t('field.documentNumber'), read.documentNumber ?? t('draft.unread')],
        [t('field.title'), read.title ?? t('draft.unread')],
        [t('field.issueDate'), read.issueDate ? longDate(read.issueDate) : t('draft.unread')],
        [t('field.requirements'), t('upload.requirements', {n: read.requirements ?? 0})],
        ...(document.encoding ? [[t('upload.encoding'), document.encoding]] : []),
      ]),
      remarks.length > 0 && [h('h4', {}, t('upload.remarks')), h('ul', {class: 'nc-remarks'}, remarks.map((remark) =>
        h('li', {}, remark.line && h('span', {class: 'nc-path'}, t('draft.line', {line: remark.line})), remark.words)))],
      h('p', {class: 'nc-hint'}, t('upload.next')));
  }

  get value() {
    return this.document?.id ?? null;
  }

  /** A document is never taken over from an earlier visit. */
  set value(_) {
    this.document = null;
  }

  get raw() {
    return null;
  }

  obstacle() {
    if (this.reading) {
      return t('upload.wait');
    }
    return this.document ? null : t('upload.missing');
  }

  beforeSubmit(camForm) {
    setVariable(camForm, 'documentId', 'Long', this.document.id);
  }
}
