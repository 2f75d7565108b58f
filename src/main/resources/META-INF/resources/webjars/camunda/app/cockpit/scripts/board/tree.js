/** The units that are loaded so far and which of them are expanded: no page and no network, so it can be tested. */

export class Tree {
  /** @param {string[]} expanded codes to show expanded as soon as they are loaded */
  constructor(expanded = []) {
    this.branches = new Map();
    this.open = new Set(expanded);
  }

  /** Adds one page of a branch; `''` is the top. Pages come in order. */
  add(code, page) {
    const before = page.page === 0 ? [] : this.branches.get(code)?.items ?? [];
    this.branches.set(code, {items: [...before, ...page.items], total: page.total, pages: page.page + 1});
  }

  /** Puts one unit's new line in the place of its old one. */
  replace(view) {
    for (const branch of this.branches.values()) {
      branch.items = branch.items.map((item) => (item.unit.unitCode === view.unit.unitCode ? view : item));
    }
  }

  isLoaded(code) {
    return this.branches.has(code);
  }

  isOpen(code) {
    return this.open.has(code);
  }

  toggle(code) {
    if (!this.open.delete(code)) {
      this.open.add(code);
    }
  }

  /** The next page of a branch, from 0. */
  nextPage(code) {
    return this.branches.get(code)?.pages ?? 0;
  }

  total() {
    return this.branches.get('')?.total ?? 0;
  }

  expanded() {
    return [...this.open];
  }

  /** Expanded units that are shown and whose subordinates are not loaded. */
  missing() {
    return this.lines().filter((line) => line.view && line.expanded && !this.isLoaded(line.view.unit.unitCode))
      .map((line) => line.view.unit.unitCode);
  }

  /**
   * What is to be shown, from top to bottom: units, and after each branch that goes on a line that says so.
   *
   * @param {boolean} flat no unit can be expanded
   * @returns {Array<{level: number, view?: object, expandable?: boolean, expanded?: boolean, more?: string, left?: number}>}
   */
  lines(flat = false, code = '', level = 1) {
    const branch = this.branches.get(code);
    if (!branch) {
      return [];
    }
    const lines = branch.items.flatMap((view) => {
      const below = view.unit.unitCode;
      const expandable = !flat && Boolean(view.below);
      const expanded = expandable && this.isOpen(below);
      return [{level, view, expandable, expanded}, ...(expanded ? this.lines(flat, below, level + 1) : [])];
    });
    const left = branch.total - branch.items.length;
    return left > 0 ? [...lines, {level, more: code, left}] : lines;
  }
}
