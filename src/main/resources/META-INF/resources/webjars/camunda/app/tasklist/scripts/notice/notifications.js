/**
 * Tasklist's own notifications put the name of the data that failed before what the service said ("<task> <- ...") and
 * say the same twice: people read only what the service said, once.
 */

const NAMES = /^\s*(?:(?:<|&lt;)\w+(?:>|&gt;)\s*(?:<|&lt;)-\s*)+/;

/** What was said without the names before it. */
export function plain(text) {
  return text.replace(NAMES, '');
}

function clean(notification) {
  const parts = [...notification.querySelectorAll('.status, .message')];
  for (const part of parts) {
    if (NAMES.test(part.textContent)) {
      part.textContent = plain(part.textContent);
    }
  }
  const [status, message] = parts;
  if (message && status.textContent.trim() === message.textContent.trim()) {
    notification.querySelectorAll('.status ~ *').forEach((part) => part.remove());
  }
}

/** Watches for them as long as the page is open. */
export function watchNotifications(page, view) {
  new view.MutationObserver(() => page.querySelectorAll('.page-notifications .alert, [notifications-panel] .alert').forEach(clean))
    .observe(page.body, {childList: true, subtree: true});
}
