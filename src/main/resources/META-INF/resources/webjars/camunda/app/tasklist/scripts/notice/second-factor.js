/** A page that was open before its person signed in hears from the first refused call where the code is asked for. */

const HEADER = 'X-Second-Factor';
const PAGE = /^\/camunda\/api\/cascade\/second-factor\/$/;

/**
 * Goes to the page that asks for the second factor as soon as a call is refused for the lack of it.
 *
 * @param {Window} window with the XMLHttpRequest and fetch that the webapps call with
 */
export function followSecondFactor(window) {
  const go = (status, page) => {
    if (status === 403 && PAGE.test(page ?? '')) {
      window.location.assign(page);
    }
  };
  const calls = window.XMLHttpRequest?.prototype;
  if (calls) {
    const open = calls.open;
    calls.open = function (...call) {
      this.addEventListener('load', () => this.status === 403 && go(this.status, this.getResponseHeader(HEADER)));
      return open.apply(this, call);
    };
  }
  const fetch = window.fetch;
  if (fetch) {
    window.fetch = async function (...call) {
      const answer = await fetch.apply(this, call);
      go(answer.status, answer.headers.get(HEADER));
      return answer;
    };
  }
}
