/** What the list knows about due dates: no page, no network, so it can be tested by itself. */

const DAY = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai', dateStyle: 'short'});

/** How long an answer is good for: the light of a day changes at midnight at the earliest. */
const FRESH_MILLIS = 15 * 60 * 1000;

/** Most days one call may name. */
const MOST_DAYS = 100;

/** The day in Beijing of a moment as the engine writes it, `2026-03-20T23:59:59.000+0800`; null for anything else. */
export function dayOf(moment) {
  const date = new Date(String(moment ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(date.getTime()) ? null : DAY.format(date);
}

/** Asks for many days in one call: the cards of a list are made in one go and share a few days. */
export class DueDays {
  /**
   * @param {(days: string[]) => Promise<Array<{day: string}>>} ask
   * @param {() => number} now milliseconds
   */
  constructor(ask, now = () => Date.now()) {
    this.ask = ask;
    this.now = now;
    this.known = new Map();
    this.wanted = null;
  }

  /** @returns {Promise<object|undefined>} what is said of that day */
  of(day) {
    const known = this.known.get(day);
    if (known && this.now() - known.at < FRESH_MILLIS) {
      return known.answer;
    }
    this.wanted ??= this.collect();
    const batch = this.wanted;
    batch.days.add(day);
    const answer = batch.answers.then((answers) => answers.get(day));
    answer.catch(() => this.known.delete(day));
    this.known.set(day, {at: this.now(), answer});
    return answer;
  }

  collect() {
    const batch = {days: new Set()};
    batch.answers = Promise.resolve().then(async () => {
      this.wanted = null;
      const days = [...batch.days];
      const answers = new Map();
      for (let from = 0; from < days.length; from += MOST_DAYS) {
        for (const each of await this.ask(days.slice(from, from + MOST_DAYS))) {
          answers.set(each.day, each);
        }
      }
      return answers;
    });
    return batch;
  }
}
