/** Where on the board one was last, for the way back from a process instance. Kept for this browser window only. */

import {ROUTE} from './state.js';

const KEY = 'notice-board';

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
