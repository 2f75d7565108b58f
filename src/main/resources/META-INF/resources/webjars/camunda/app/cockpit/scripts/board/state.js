/** What the board shows, kept in the address, so that a step elsewhere and back, or a copied link, shows it again. */

export const ROUTE = '/notice-board';

const TEXTS = ['parent', 'text', 'light', 'stage', 'level', 'state', 'waits', 'unit'];
const FILTERS = ['text', 'light', 'stage', 'level', 'state', 'waits'];

/**
 * @typedef {object} State
 * @property {number|null} notice `null` for the list of notices
 * @property {boolean} running which notices the list holds
 * @property {string} parent code of the unit at the top; empty for the highest one may see
 * @property {string} text part of the name or beginning of the code
 * @property {string} light
 * @property {string} stage
 * @property {string} level
 * @property {''|'open'|'finished'} state
 * @property {''|'EXTENSION'|'ESCALATION'} waits
 * @property {string} unit id of the part whose details stand open
 * @property {string[]} expanded codes of the units whose subordinates are shown
 */

/** Reads the address behind `#`. @returns {State} */
export function parseState(hash) {
  const search = new URLSearchParams(String(hash ?? '').split('?')[1] ?? '');
  const notice = Number(search.get('notice'));
  const state = {
    notice: Number.isSafeInteger(notice) && notice > 0 ? notice : null,
    running: search.get('running') !== 'false',
    expanded: (search.get('expanded') ?? '').split(',').filter((code) => /^[0-9A-Za-z]{1,12}$/.test(code)),
  };
  for (const name of TEXTS) {
    state[name] = search.get(name) ?? '';
  }
  return state;
}

/** Encodes as Cockpit's router does: it would rewrite any other spelling, which is one more step in the history. */
function encoded(value) {
  return encodeURIComponent(value).replace(/%(40|3A|24|2C|3B)/gi, (whole) => decodeURIComponent(whole));
}

/** The address of a state, beginning with `#`; what is not set is left out. */
export function formatState(state) {
  const parts = [
    ['notice', state.notice], ['running', state.running === false ? 'false' : ''],
    ...TEXTS.map((name) => [name, state[name]]), ['expanded', (state.expanded ?? []).join(',')],
  ].filter(([, value]) => value).map(([name, value]) => `${name}=${encoded(value)}`);
  return `#${ROUTE}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

/** Whether anything narrows the units: they are then listed flat, from all levels. */
export function isFiltered(state) {
  return FILTERS.some((name) => state[name]);
}

/** The state without its filters. */
export function unfiltered(state) {
  return {...state, ...Object.fromEntries(FILTERS.map((name) => [name, '']))};
}

/** The server's parameters for a state, beginning with `?`; `more` adds others. */
export function query(state, more = {}) {
  const search = new URLSearchParams();
  const wanted = {
    parent: state.parent, text: state.text, light: state.light, stage: state.stage, level: state.level,
    open: {open: 'true', finished: 'false'}[state.state], waits: state.waits, ...more,
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== '' && value !== undefined && value !== null) {
      search.set(name, value);
    }
  }
  return `?${search}`;
}
