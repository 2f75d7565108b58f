/** One unit's details beside the table: what is open and with whom, what can be done, what has happened. */

import {banner, descriptions, fold, h} from '../../../tasklist/scripts/notice/dom.js';
import {workView} from '../../../tasklist/scripts/notice/history.js';
import {momentText} from '../../../tasklist/scripts/notice/logic.js';
import {actions} from './actions.js';
import {get} from './calls.js';
import {days, due, light, person} from './cells.js';
import {w} from './words.js';

const moment = (value) => (value ? momentText(value) : null);

export class Panel {
  constructor(board) {
    this.board = board;
    this.element = null;
    this.unit = null;
    this.onKey = (event) => event.key === 'Escape' && this.close();
  }

  /**
   * @param {number|string} id of the unit's part
   * @param {HTMLElement} [opener] where the focus returns to
   */
  async open(id, opener) {
    this.close();
    this.unit = String(id);
    this.opener = opener?.id || null;
    this.title = h('h2', {id: 'nc-panel-title', tabindex: -1}, w('board.loading'));
    this.body = h('div', {class: 'nc-panel-body'});
    this.element = h('section', {
      'class': 'nc-panel', 'role': 'dialog', 'aria-labelledby': 'nc-panel-title', 'keydown': this.onKey,
    }, h('header', {class: 'nc-panel-head'}, this.title,
      h('button', {class: 'nc-button', type: 'button', click: () => this.close()}, w('detail.close'))), this.body);
    this.board.root.append(this.element);
    this.board.note({unit: String(id)});
    this.title.focus();
    await this.load(id);
  }

  close() {
    if (this.element) {
      this.element.remove();
      this.element = null;
      this.unit = null;
      this.board.note({unit: ''});
      (this.opener && document.getElementById(this.opener))?.focus();
    }
  }

  async load(id, said) {
    const element = this.element;
    try {
      const detail = await get(`/board/assignments/${id}`);
      if (element === this.element && this.unit === String(id)) {
        this.show(detail, said);
      }
      return detail;
    } catch (failure) {
      this.body.replaceChildren(banner('bad', w('board.failed', {reason: failure.message})));
      return null;
    }
  }

  /** After an act: says what came of it and shows the unit as it is now, unless one has gone on to another. */
  async acted(id, said) {
    const here = this.unit === String(id);
    const detail = here ? await this.load(id, said) : await get(`/board/assignments/${id}`);
    if (here) {
      this.title.focus();
    }
    if (detail) {
      await this.board.changed(detail);
    }
  }

  show(detail, said) {
    this.title.textContent = detail.unit.unit.unitName;
    this.opener ??= `unit-${detail.unit.unit.unitCode}`;
    this.body.replaceChildren(
      h('div', {role: 'status'}, said ? banner('info', said) : null),
      this.facts(detail), this.ways(detail), this.tasks(detail.tasks),
      actions(this, detail),
      ...(detail.extensions.length ? [this.extensions(detail.extensions)] : []),
      this.work(detail.unit.unit.assignmentId), this.history(detail.acts));
  }

  facts({unit: view}) {
    const {unit} = view;
    return descriptions([
      [w('detail.stage'), w(`stage.${unit.stage}`)], [w('detail.light'), light(view)],
      [w('detail.due'), due(view)], [w('detail.days'), days(view)],
      [w('detail.superior'), unit.superiorName], [w('detail.code'), unit.unitCode],
      [w('detail.signed'), moment(unit.signedAt)],
      ...(unit.level === 'PROVINCE' ? [[w('detail.planned'), moment(unit.plannedAt)]] : [[w('detail.held'), moment(unit.heldAt)]]),
      [w('detail.reported'), moment(unit.reportedAt)], ...(unit.returns ? [[w('detail.returns'), `${unit.returns}`]] : []),
    ]);
  }

  ways(detail) {
    const {unit, below} = detail.unit;
    return h('div', {class: 'nc-buttons'},
      below && unit.unitCode !== this.board.state.parent
        && h('button', {class: 'nc-button', type: 'button', click: () => this.board.drill(unit.unitCode)}, w('detail.drill')),
      detail.diagram
        && h('a', {class: 'nc-button', href: `#/process-instance/${detail.instanceId}/runtime`}, w('detail.diagram')),
      !detail.instanceId && h('span', {class: 'nc-hint'}, w('detail.noDiagram')));
  }

  tasks(tasks) {
    return h('section', {class: 'nc-block'}, h('h3', {}, w('detail.tasks')),
      tasks.length === 0 ? h('p', {}, w('detail.noTasks')) : h('ul', {class: 'nc-open'}, tasks.map((task) => h('li', {},
        h('strong', {}, task.name), h('span', {class: 'nc-hint'}, w('detail.since', {when: momentText(task.since)}),
          task.claimed && ` · ${w('detail.claimed')}`),
        task.people.length === 0 ? h('span', {class: 'nc-hint'}, w('detail.noPeople')) : task.people.map(person)))));
  }

  extensions(extensions) {
    return h('section', {class: 'nc-block'}, h('h3', {}, w('detail.extensions')), extensions.map((asked) => {
      const {extension} = asked;
      return h('div', {class: 'nc-version'},
        h('p', {}, h('span', {class: 'nc-tag'}, asked.statusLabel), ' ', w('detail.asked', {
          who: asked.askedByName, when: momentText(extension.askedAt), from: extension.fromDue, to: extension.toDue,
        }), extension.downwards && ` · ${w('detail.downwards')}`),
        h('p', {}, w('detail.reason', {reason: extension.reason})),
        extension.answer && h('p', {}, w('detail.answer', {answer: extension.answer})));
    }));
  }

  /** Loaded when it is opened: reports are long. */
  work(id) {
    const section = fold(w('detail.work'), {}, w('board.loading'));
    section.addEventListener('toggle', async () => {
      const body = section.querySelector('.nc-fold-body');
      if (!section.open || body.dataset.loaded) {
        return;
      }
      try {
        const handedIn = await get(`/board/assignments/${id}/work`);
        body.dataset.loaded = 'true';
        body.replaceChildren(...(handedIn.length ? handedIn.map((piece) => this.piece(piece)) : [w('detail.noWork')]));
      } catch (failure) {
        body.replaceChildren(banner('bad', w('board.failed', {reason: failure.message})));
      }
    });
    section.querySelector('.nc-fold-body').setAttribute('tabindex', '0');
    return section;
  }

  piece(piece) {
    return h('section', {class: 'nc-version'},
      h('h3', {}, piece.kindLabel, ' ', w('detail.version', {n: piece.version}), h('span', {class: 'nc-tag'}, piece.statusLabel)),
      h('p', {class: 'nc-hint'}, w('detail.submitted', {who: piece.submittedByName ?? '', when: momentText(piece.submittedAt)})),
      piece.returnReason && h('p', {class: 'nc-late'}, w('detail.returnReason', {reason: piece.returnReason})),
      workView(piece.work));
  }

  history(acts) {
    const section = fold(w('detail.history'), {count: `${acts.length}`}, h('ul', {class: 'nc-ledger'}, acts.map((act) => h('li', {},
      h('time', {}, momentText(act.at)), h('span', {}, act.actorName === 'system' ? w('detail.system') : act.actorName),
      h('strong', {}, act.label),
      (act.from || act.to) && h('span', {class: 'nc-hint'}, w('detail.change', {from: act.from || '—', to: act.to || '—'}))))));
    section.querySelector('.nc-fold-body').setAttribute('tabindex', '0');
    return section;
  }
}
