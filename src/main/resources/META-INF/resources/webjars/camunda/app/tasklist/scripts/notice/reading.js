/** The tab with the notice beside a task's form: what is asked as a checklist of one's own, the text, the files. */

import {address, get, put} from './api.js';
import {bySection} from './checklist.js';
import {longDate} from './dates.js';
import {banner, fold, h} from './dom.js';
import {t} from './language.js';
import {fileSize} from './logic.js';
import {sectionList} from './notice-text.js';

/** A file's name, size and the beginning of its hash, which is shown in full on hovering. */
export function fileLine(file, href, ...more) {
  return h('li', {},
    h('a', {href, download: file.fileName}, file.fileName),
    h('span', {class: 'nc-hint'}, fileSize(file.sizeBytes)),
    h('span', {class: 'nc-hash', title: t('reading.hash', {hash: file.sha256})}, String(file.sha256).slice(0, 12)),
    ...more);
}

/** The tab of one task. */
export class ReadingTab {
  constructor(node, taskId) {
    this.path = `/tasks/${encodeURIComponent(taskId)}`;
    this.said = h('div', {role: 'status'});
    this.body = h('div');
    node.replaceChildren(h('div', {class: 'nc-form nc-reading'}, this.said, this.body));
    this.load();
  }

  async load() {
    this.body.replaceChildren(h('p', {class: 'nc-quiet'}, t('form.loading')));
    try {
      const [{notice}, {ticked}] = await Promise.all([get(this.path), get(`${this.path}/ticks`)]);
      this.show(notice, new Set(ticked));
    } catch (error) {
      this.body.replaceChildren(banner('bad', t('reading.failed', {reason: error.message}), ' ',
        h('button', {type: 'button', class: 'nc-button', click: () => this.load()}, t('form.retry'))));
    }
  }

  show(notice, ticked) {
    const chosen = (notice.requirements ?? []).filter((requirement) => requirement.selected);
    const files = notice.attachments ?? [];
    this.count = h('span', {class: 'nc-count', 'aria-live': 'polite'});
    this.boxes = [];
    this.body.replaceChildren(
      h('header', {class: 'nc-head'}, notice.documentNumber && h('div', {class: 'nc-number'}, notice.documentNumber),
        h('h3', {class: 'nc-title'}, notice.title ?? '')),
      h('section', {class: 'nc-card'},
        h('h4', {}, t('reading.requirements'), ' ', this.count),
        chosen.length === 0 ? h('p', {class: 'nc-quiet'}, t('reading.noRequirements')) : [
          h('p', {class: 'nc-hint'}, t('reading.explain')),
          bySection(chosen).map(({path, items}) => h('fieldset', {class: 'nc-ticks'},
            h('legend', {class: 'nc-path'}, path || t('reading.general')),
            items.map((item) => this.item(item, ticked.has(item.position)))))]),
      h('section', {class: 'nc-card'}, h('h4', {}, t('reading.files')),
        files.length === 0 ? h('p', {class: 'nc-quiet'}, t('reading.noFiles'))
          : h('ul', {class: 'nc-files'}, files.map((file) => fileLine(file, address(`/documents/${file.id}/content`))))),
      fold(t('reading.text'), {open: true}, sectionList(notice.sections)));
    this.recount();
  }

  item(item, ticked) {
    const box = h('input', {
      type: 'checkbox', checked: ticked, 'aria-label': t('reading.tick', {content: item.content}),
      change: () => this.save(item, box),
    });
    this.boxes.push(box);
    return h('label', {class: 'nc-ticked'}, box, h('span', {}, h('span', {}, item.content),
      (item.dueDate || item.deadline) && h('span', {class: 'nc-note'}, item.dueDate
        ? t('notice.due', {date: longDate(item.dueDate)}) : t('notice.deadline', {deadline: item.deadline}))));
  }

  async save(item, box) {
    const ticked = box.checked;
    this.recount();
    try {
      await put(`${this.path}/ticks/${item.position}`, {ticked});
      this.said.replaceChildren();
    } catch (error) {
      box.checked = !ticked;
      this.recount();
      this.said.replaceChildren(banner('bad', t('reading.notSaved', {reason: error.message})));
    }
  }

  recount() {
    const done = this.boxes.filter((box) => box.checked).length;
    this.count.textContent = this.boxes.length === 0 ? '' : t('reading.done', {n: done, all: this.boxes.length});
  }
}

/** The plugin: right after the form. */
export const readingTab = {
  id: 'notice-reading',
  pluginPoint: 'tasklist.task.detail',
  priority: 950,
  properties: {label: t('reading.tab')},
  render: (node, {taskId}) => {
    new ReadingTab(node, taskId);
  },
};
