/** Building the page without markup strings: text only ever enters as a text node, so nothing a person wrote can run. */

/**
 * Makes an element.
 *
 * @param {string} tag element name
 * @param {Object<string, *>} [attributes] `class` and the like as attributes; a function is a listener (`click: fn`);
 *     `true` sets an empty attribute; `false`, `null` and `undefined` set nothing; `value`, `checked` and `disabled`
 *     are set as properties
 * @param {...(Node|string|number|null|undefined|false|Array)} children strings become text nodes; null and false are left
 *     out
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (['value', 'checked', 'disabled'].includes(name)) {
      element[name] = value ?? '';
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(3).filter((child) => ![null, undefined, false, ''].includes(child)));
  return element;
}

let lastId = 0;

/** A fresh element id, to tie labels and messages to their field. */
export function freshId() {
  lastId += 1;
  return `nc-${lastId}`;
}

/**
 * A section that can be folded. Long ones scroll: the keyboard has to reach them.
 *
 * @param {string} title what stands on the fold
 * @param {{open?: boolean, count?: string}} options
 * @param {...(Node|Array|null)} children
 */
export function fold(title, {open = false, count = ''} = {}, ...children) {
  return h('details', {class: 'nc-fold', open},
    h('summary', {}, h('span', {class: 'nc-fold-title'}, title), count && h('span', {class: 'nc-count'}, count)),
    h('div', {class: 'nc-fold-body', role: 'group', 'aria-label': title, tabindex: 0}, ...children));
}

/** Long text as paragraphs, one for each line. */
export function paragraphs(text) {
  return String(text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => h('p', {}, line));
}

/**
 * Names and values as a description list; entries without a value show a dash.
 *
 * @param {Array<[string, Node|string|number|null|undefined]>} entries
 */
export function descriptions(entries) {
  return h('dl', {class: 'nc-dl'}, entries.map(([name, value]) =>
    h('div', {}, h('dt', {}, name), h('dd', {}, value === null || value === undefined || value === '' ? '—' : value))));
}

/** A one-line announcement of a kind: `info`, `warn` or `bad`. */
export function banner(kind, ...children) {
  return h('div', {class: `nc-banner nc-${kind}`, role: kind === 'bad' ? 'alert' : 'note'}, ...children);
}
