// Compares what the jars are made of with the advisories kept in ops/advisories/advisories.json.
// Fails on a component in an affected range, unless its row carries a review of exactly that version.
// `node .ci/advisories.mjs [list bill...]`; without arguments the list of the repository and the bills of both jars.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const LIST = 'ops/advisories/advisories.json';
export const BILLS = [
  'target/classes/META-INF/sbom/application.cdx.json',
  'target/demo/classes/META-INF/sbom/application.cdx.json',
];

/** Past this the list is called old. That is a warning: a failure would turn old commits red by the calendar alone. */
export const OLD_AFTER_DAYS = 60;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SHORTEST_REASON = 20;
const RELEASE = ['final', 'ga', 'release', ''];
const BEFORE_RELEASE = ['alpha', 'a', 'beta', 'b', 'milestone', 'm', 'rc', 'cr', 'snapshot'];

/** Orders two versions as Maven does, as far as the components here need it: numbers, then alpha < beta < M < RC < release. */
export function compareVersions(left, right) {
  const [a, b] = [partsOf(left), partsOf(right)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = compareParts(a[i] ?? '', b[i] ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function partsOf(version) {
  const parts = version.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : RELEASE.includes(part) ? '' : part));
}

/** A part that is missing counts as 0 beside a number and as the release beside a word. */
function compareParts(a, b) {
  if (typeof a === 'number' || typeof b === 'number') {
    if (typeof a === 'string' && a !== '') {
      return -1;
    }
    if (typeof b === 'string' && b !== '') {
      return 1;
    }
    return Math.sign(Number(a) - Number(b));
  }
  return Math.sign(rankOf(a) - rankOf(b)) || (a < b ? -1 : a > b ? 1 : 0);
}

function rankOf(word) {
  const early = BEFORE_RELEASE.indexOf(word);
  return word === '' ? BEFORE_RELEASE.length : early >= 0 ? early : BEFORE_RELEASE.length + 1;
}

/** `from` is included and defaults to the beginning, `below` is not included, `through` is. */
export function isIn(version, range) {
  return compareVersions(version, range.from ?? '0') >= 0
    && (range.below === undefined || compareVersions(version, range.below) < 0)
    && (range.through === undefined || compareVersions(version, range.through) <= 0);
}

/** `group:name` of what a CycloneDX bill lists, with the version. */
export function componentsOf(bill) {
  const components = (bill.components ?? []).map(({group, name, version}) => ({component: `${group ?? ''}:${name}`, version}));
  if (components.length === 0) {
    throw new Error('The bill of materials lists no component. Build the jars first: mvn package, not offline.');
  }
  return components;
}

/** What is wrong with the list itself; empty when it can be used. */
export function faultsOf(list) {
  const faults = [];
  if (!DAY.test(list.asOf ?? '')) {
    faults.push('The list says no day in asOf. Renew it: ops/advisories/renew.');
  }
  for (const row of list.advisories ?? []) {
    const name = `${row.id ?? 'a row without id'} of ${row.component ?? 'no component'}`;
    for (const field of ['component', 'id', 'severity', 'what', 'since']) {
      if (typeof row[field] !== 'string' || row[field] === '') {
        faults.push(`${name} has no ${field}.`);
      }
    }
    if (!Array.isArray(row.affected) || row.affected.length === 0) {
      faults.push(`${name} has no affected range.`);
    }
    if (row.review !== undefined) {
      faults.push(...faultsOfReview(row.review).map((fault) => `${name}: ${fault}`));
    }
  }
  return faults;
}

function faultsOfReview({date, version, reason}) {
  return [
    DAY.test(date ?? '') ? '' : 'its review has no date.',
    version ? '' : 'its review names no version.',
    (reason ?? '').length >= SHORTEST_REASON ? '' : 'its review gives no reason.',
  ].filter(Boolean);
}

/** Every component in an affected range, with its row; `reviewed` tells whether somebody has judged that very version. */
export function hitsOf(list, components) {
  return components.flatMap(({component, version}) => list.advisories
    .filter((row) => names(row.component, component) && row.affected.some((range) => isIn(version, range)))
    .map((row) => ({component, version, row, reviewed: row.review?.version === version})));
}

/** `group:*` names every component of the group. */
function names(pattern, component) {
  return pattern === component || (pattern.endsWith(':*') && component.startsWith(pattern.slice(0, -1)));
}

/** The scripts that a jar carries inside, which no bill lists; they count only for the version of the jar they were read from. */
export function carriedBy(list, components) {
  return (list.carried ?? []).map(({component, version, by, byVersion}) => {
    const carrier = components.find((one) => one.component === by);
    if (carrier !== undefined && carrier.version !== byVersion) {
      throw new Error(`${by} is ${carrier.version}, but its scripts were read from ${byVersion}. `
        + `Read them again and correct "carried" in ${LIST}.`);
    }
    return carrier === undefined ? undefined : {component, version};
  }).filter(Boolean);
}

/** Lines to print, and whether the check failed. */
export function check(list, bills, today) {
  const faults = faultsOf(list);
  if (faults.length > 0) {
    return {failed: true, lines: faults};
  }
  const components = uniqueOf(bills.flatMap(componentsOf));
  const all = [...components, ...carriedBy(list, components)];
  const hits = hitsOf(list, all);
  const open = hits.filter((hit) => !hit.reviewed);
  const lines = open.map(({component, version, row}) => `${component} ${version} is affected by ${row.id} (${row.severity}): ${row.what.replace(/\.?$/, '.')} `
    + 'Take a version outside the range, or write a review with date, version and reason into its row.');
  const age = Math.floor((Date.parse(today) - Date.parse(list.asOf)) / 86_400_000);
  if (age > OLD_AFTER_DAYS) {
    lines.push(`warning: the advisories are of ${list.asOf}, ${age} days old. Renew them: ops/advisories/renew.`);
  }
  lines.push(`${all.length} components, ${list.advisories.length} advisories of ${list.asOf}: `
    + `${open.length} open, ${hits.length - open.length} reviewed`);
  return {failed: open.length > 0, lines};
}

/** Each component once, whichever bills list it. */
export function uniqueOf(components) {
  return [...new Map(components.map((one) => [`${one.component}@${one.version}`, one])).values()];
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [list = LIST, ...bills] = process.argv.slice(2);
  const {failed, lines} = check(read(list), (bills.length > 0 ? bills : BILLS).map(read), new Date().toISOString().slice(0, 10));
  lines.forEach((line) => console.log(line));
  process.exitCode = failed ? 1 : 0;
}
