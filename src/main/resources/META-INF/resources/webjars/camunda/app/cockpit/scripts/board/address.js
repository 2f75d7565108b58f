/**
 * The address bar, shared with Cockpit's router, and where on the board one was last.
 *
 * Cockpit's router builds a page again whenever the part behind `?` changes, and takes an address it has not written
 * itself for a step somewhere else: the next click on any link would be lost. So it is asked once to leave this page
 * standing, and told at once whenever the board changes the address.
 */

import {ROUTE} from './state.js';

const KEY = 'notice-board';

function router() {
  return globalThis.angular?.element(document.body).injector() ?? null;
}

/** To be called when the board's page is shown. */
export function keepPage() {
  const route = router()?.get('$route').current?.$$route;
  if (route?.originalPath === ROUTE) {
    route.reloadOnSearch = false;
  }
}

/**
 * Writes an address of the board.
 *
 * @param {string} address beginning with `#`
 * @param {boolean} step whether the browser's "back" is to return to the present one
 */
export function write(address, step) {
  if (step) {
    history.pushState(null, '', address);
  } else {
    history.replaceState(history.state, '', address);
  }
  remember(address);
  router()?.get('$rootScope').$applyAsync();
}

/** Notes where one is; kept for this browser window only. */
export function remember(address) {
  try {
    sessionStorage.setItem(KEY, address);
  } catch {
    // a browser without storage goes back to the list of notices
  }
}

export function lastAddress() {
  let address = null;
  try {
    address = sessionStorage.getItem(KEY);
  } catch {
    // as above
  }
  return address?.startsWith(`#${ROUTE}`) ? address : `#${ROUTE}`;
}
