/**
 * Tasklist's cards put the words "task.assignee" instead of a name into the tooltip of who has the task (7.24.0). The
 * name stands there anyway: the tooltip never hears of the mouse.
 */

const RAW = '[uib-tooltip="task.assignee"]';

/** Watches as long as the page is open. */
export function withoutRawTooltips(page) {
  for (const kind of ['mouseover', 'mouseenter']) {
    page.addEventListener(kind, (event) => {
      if (event.target.closest?.(RAW)) {
        event.stopImmediatePropagation();
      }
    }, true);
  }
}
