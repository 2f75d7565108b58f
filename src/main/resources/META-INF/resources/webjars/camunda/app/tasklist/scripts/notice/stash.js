/**
 * What was typed and is not saved yet, kept in this browser window so that a lost connection or an ended session costs
 * nothing. Gone with the window, and as soon as it is saved.
 */
export class Stash {
  /**
   * @param {string} key the task, or the process definition in a start form
   * @param {Storage|undefined} [storage]
   */
  constructor(key, storage = globalThis.sessionStorage) {
    this.key = `notice-cascade.unsaved.${key}`;
    this.storage = storage;
  }

  /** @returns {Object<string, *>} raw values by field name */
  read() {
    try {
      return JSON.parse(this.storage.getItem(this.key) ?? '{}');
    } catch {
      return {};
    }
  }

  keep(name, value) {
    this.write({...this.read(), [name]: value});
  }

  /** Forgets everything but the fields named. */
  clear(except = []) {
    const kept = Object.fromEntries(Object.entries(this.read()).filter(([name]) => except.includes(name)));
    this.write(kept);
  }

  write(values) {
    try {
      if (Object.keys(values).length === 0) {
        this.storage.removeItem(this.key);
      } else {
        this.storage.setItem(this.key, JSON.stringify(values));
      }
    } catch {
      // Storage is full or off: the draft on the server is the one that counts.
    }
  }
}
