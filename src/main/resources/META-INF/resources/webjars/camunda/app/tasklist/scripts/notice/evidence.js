/** Evidence beside a study session or a report: several files by choice or drag and drop, one after the other. */

import {address, get, remove, uploadWithProgress} from './api.js';
import {banner, freshId, h} from './dom.js';
import {t} from './language.js';
import {fileSize, momentText} from './logic.js';
import {fileLine} from './reading.js';

/** What is wrong with a file before it is sent, or null; the service looks at the content too. */
export function faultOf(file, limits, present) {
  if (file.size === 0) {
    return t('evidence.empty');
  }
  if (file.size > limits.maxBytes) {
    return t('evidence.tooLarge', {size: fileSize(file.size), max: fileSize(limits.maxBytes)});
  }
  if (present >= limits.maxFiles) {
    return t('evidence.tooMany', {n: limits.maxFiles});
  }
  const name = file.name.toLowerCase();
  return limits.extensions.some((extension) => name.endsWith(`.${extension}`)) ? null : t('evidence.extension');
}

/**
 * `<nc-evidence edit>`: the files of the version at hand; with `edit` they can be added and removed while the task is
 * one's own. Files of earlier versions are shown with those.
 */
export class Evidence extends HTMLElement {
  async show(context) {
    this.context = context;
    this.path = `/tasks/${encodeURIComponent(context.taskId)}/files`;
    this.queue = this.queue ?? [];
    this.list = h('ul', {class: 'nc-files'});
    this.said = h('div', {role: 'status', class: 'nc-hint'});
    this.waiting = h('ul', {class: 'nc-uploads'});
    this.drop = h('div');
    this.replaceChildren(h('section', {class: 'nc-card'},
      h('div', {class: 'nc-label'}, h('span', {class: 'nc-legend'}, t('evidence.title')),
        this.hasAttribute('edit') && h('span', {class: 'nc-hint'}, t('evidence.optional'))),
      this.list, this.waiting, this.drop, this.said));
    await this.load();
  }

  get version() {
    return (this.context.versions?.[0]?.version ?? 0) + 1;
  }

  get kind() {
    return this.context.taskKey.endsWith('Session') ? 'SESSION' : 'REPORT';
  }

  async load() {
    try {
      const {files, limits} = await get(`/assignments/${this.context.assignmentId}/files`);
      this.limits = limits;
      const own = files.filter((file) => file.kind === this.kind);
      this.files = own.filter((file) => file.version === this.version);
      this.showEarlier(own.filter((file) => file.version !== this.version));
      this.showFiles();
      this.showDrop();
    } catch (error) {
      this.list.replaceChildren(h('li', {}, banner('bad', t('evidence.loadFailed', {reason: error.message}))));
    }
  }

  href(file) {
    return address(`/assignments/${this.context.assignmentId}/files/${file.id}/content`);
  }


  get open() {
    return this.hasAttribute('edit') && !this.closest('.disabled-form');
  }

  line(file, ...more) {
    return fileLine(file, this.href(file),
      h('span', {class: 'nc-hint'}, t('evidence.by', {who: file.uploadedBy, when: momentText(file.uploadedAt)})), ...more);
  }

  showFiles() {
    this.list.replaceChildren(...this.files.map((file) => this.line(file, this.open && h('button', {
      type: 'button', class: 'nc-button nc-small', 'aria-label': t('evidence.removeLabel', {name: file.fileName}),
      click: () => this.take(file),
    }, t('evidence.remove')))));
    if (this.files.length === 0 && !this.open) {
      this.list.replaceChildren(h('li', {class: 'nc-quiet'}, t('evidence.none')));
    }
  }

  /** The versions stand in a part of their own, which is there already. */
  showEarlier(files) {
    for (const section of this.closest('nc-form')?.querySelectorAll('nc-versions [data-version]') ?? []) {
      section.querySelector('.nc-evidence-then')?.remove();
      const then = files.filter((file) => String(file.version) === section.dataset.version);
      if (then.length > 0) {
        section.append(h('div', {class: 'nc-evidence-then'}, h('h5', {}, t('evidence.title')),
          h('ul', {class: 'nc-files'}, then.map((file) => this.line(file)))));
      }
    }
  }

  showDrop() {
    if (!this.open) {
      this.drop.replaceChildren();
      return;
    }
    const id = freshId();
    const accept = this.limits.extensions.map((extension) => `.${extension}`).join(',');
    const input = h('input', {type: 'file', id, multiple: true, accept, change: () => {
      this.add([...input.files]);
      input.value = '';
    }});
    const zone = h('div', {
      class: 'nc-drop',
      dragover: (event) => {
        event.preventDefault();
        zone.classList.add('nc-over-drop');
      },
      dragleave: () => zone.classList.remove('nc-over-drop'),
      drop: (event) => {
        event.preventDefault();
        zone.classList.remove('nc-over-drop');
        this.add([...event.dataTransfer.files]);
      },
    }, h('label', {for: id, class: 'nc-drop-label'}, t('evidence.choose')), input,
    h('div', {class: 'nc-hint'}, t('evidence.drop')),
    h('div', {class: 'nc-hint'}, t('evidence.limits', {
      size: fileSize(this.limits.maxBytes), files: this.limits.maxFiles, total: fileSize(this.limits.maxTotalBytes),
      types: this.limits.extensions.join('、'),
    })));
    this.drop.replaceChildren(zone);
  }

  add(files) {
    for (const file of files) {
      const turn = this.turnOf(file);
      const fault = faultOf(file, this.limits, this.files.length + this.queue.length);
      this.waiting.append(turn.element);
      if (fault) {
        this.fail(turn, fault);
      } else {
        this.queue.push(turn);
      }
    }
    this.next();
  }

  turnOf(file) {
    const state = h('span', {class: 'nc-hint', 'aria-live': 'polite'}, t('evidence.waiting'));
    const bar = h('progress', {max: 1, value: 0, 'aria-label': file.name});
    const stop = h('button', {
      type: 'button', class: 'nc-button nc-small', 'aria-label': t('evidence.cancelLabel', {name: file.name}),
    }, t('evidence.cancel'));
    const turn = {file, state, bar, stop, element: h('li', {}, h('span', {}, file.name), bar, state, stop)};
    stop.addEventListener('click', () => this.cancel(turn));
    return turn;
  }

  /** One after the other: several at once slow each other down and are refused together. */
  async next() {
    if (this.running || this.queue.length === 0) {
      return;
    }
    const turn = this.queue[0];
    this.running = turn;
    turn.upload = uploadWithProgress(this.path, turn.file, (share) => {
      turn.bar.value = share;
      turn.state.textContent = share < 1 ? t('evidence.sending', {percent: Math.floor(share * 100)}) : t('evidence.checking');
    });
    try {
      const added = await turn.upload.done;
      turn.element.remove();
      this.say(added ? 'evidence.uploaded' : 'evidence.cancelled', turn.file.name);
      await this.load();
    } catch (error) {
      this.fail(turn, error.message);
    } finally {
      this.running = null;
      this.queue = this.queue.filter((other) => other !== turn);
      this.next();
    }
  }

  cancel(turn) {
    if (this.running === turn) {
      turn.upload.cancel();
    } else {
      this.queue = this.queue.filter((other) => other !== turn);
      turn.element.remove();
    }
  }

  fail(turn, reason) {
    turn.bar.remove();
    turn.state.className = 'nc-error';
    turn.state.setAttribute('role', 'alert');
    turn.state.textContent = t('evidence.failed', {reason});
    turn.stop.textContent = t('evidence.dismiss');
    turn.stop.setAttribute('aria-label', `${t('evidence.dismiss')} ${turn.file.name}`);
  }

  async take(file) {
    try {
      await remove(`${this.path}/${file.id}`);
      this.say('evidence.removed', file.fileName);
    } catch (error) {
      this.said.replaceChildren(banner('bad', error.message));
    }
    await this.load();
  }

  say(key, name) {
    this.said.textContent = t(key, {name});
  }

  /** Part of the form: an upload under way would be lost with the task. */
  beforeSubmit() {
    if (this.queue.length > 0) {
      throw new Error(t('evidence.busy'));
    }
  }

  disconnectedCallback() {
    this.queue?.splice(0);
    this.running?.upload.cancel();
  }
}
