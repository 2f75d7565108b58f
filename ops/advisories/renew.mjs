// Renews advisories.json from a service that speaks OSV's API; started by the command `renew` beside this file.
import {readFileSync, renameSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {BILLS, carriedBy, componentsOf, LIST, uniqueOf} from '../../.ci/advisories.mjs';

const SERVICE = 'https://api.osv.dev';
const QUERIES_AT_ONCE = 500;
const PATIENCE_MILLIS = 30_000;

/** Calls the service; whatever is not an answer ends the renewal, so that a half list is never written. */
async function ask(service, path, body) {
  const response = await fetch(new URL(path, service), {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : {'Content-Type': 'application/json'},
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MILLIS),
  }).catch((error) => {
    throw new Error(`${service} cannot be reached (${error.cause?.code ?? error.name}); the list is unchanged. `
      + 'Try again where there is a network, or name another service in ADVISORY_SERVICE.');
  });
  if (!response.ok) {
    throw new Error(`${path} was answered ${response.status}; the list is unchanged. Try again later.`);
  }
  return response.json();
}

/** Ids of the advisories on these components, page after page. */
async function idsFor(service, components) {
  const ids = new Set();
  let queries = components.map((component) => ({package: packageOf(component), version: component.version}));
  while (queries.length > 0) {
    const batch = queries.slice(0, QUERIES_AT_ONCE);
    const {results} = await ask(service, '/v1/querybatch', {queries: batch});
    if (!Array.isArray(results) || results.length !== batch.length) {
      throw new Error(`${batch.length} components were asked for and ${results?.length ?? 0} answered; the list is unchanged.`);
    }
    const more = [];
    results.forEach((result, i) => {
      (result.vulns ?? []).forEach(({id}) => ids.add(id));
      if (result.next_page_token) {
        more.push({...batch[i], page_token: result.next_page_token});
      }
    });
    queries = [...more, ...queries.slice(QUERIES_AT_ONCE)];
  }
  return [...ids].sort();
}

/** `npm:name` is a script inside a jar, everything else Maven's. */
function packageOf({component}) {
  return component.startsWith('npm:')
    ? {ecosystem: 'npm', name: component.slice('npm:'.length)}
    : {ecosystem: 'Maven', name: component};
}

function componentOf({ecosystem, name}) {
  return ecosystem === 'npm' ? `npm:${name}` : name;
}

/** One row for each of our components that the advisory names. */
export function rowsOf(advisory, ours) {
  if (advisory.withdrawn !== undefined) {
    return [];
  }
  const ranges = new Map();
  for (const {package: named, ranges: theirs = []} of advisory.affected ?? []) {
    const component = named === undefined ? '' : componentOf(named);
    if (ours.has(component)) {
      const found = theirs.filter(({type}) => type !== 'GIT').flatMap(({events}) => rangesOf(events));
      ranges.set(component, [...(ranges.get(component) ?? []), ...found]);
    }
  }
  const id = [advisory.id, ...(advisory.aliases ?? [])].find((one) => one.startsWith('CVE-')) ?? advisory.id;
  return [...ranges].filter(([, affected]) => affected.length > 0).map(([component, affected]) => ({
    component,
    id,
    severity: (advisory.database_specific?.severity ?? 'unknown').toLowerCase(),
    what: (advisory.summary ?? advisory.details ?? advisory.id).split('\n')[0].slice(0, 200),
    since: (advisory.published ?? advisory.modified ?? '').slice(0, 10),
    affected,
  }));
}

/** The service lists events in order: introduced, then fixed or last_affected; an end that is missing means: all since. */
function rangesOf(events) {
  const ranges = [];
  for (const event of events) {
    if (event.introduced !== undefined) {
      ranges.push({from: event.introduced});
    } else if (event.fixed !== undefined && ranges.length > 0) {
      ranges.at(-1).below = event.fixed;
    } else if (event.last_affected !== undefined && ranges.length > 0) {
      ranges.at(-1).through = event.last_affected;
    }
  }
  return ranges;
}

/**
 * The list as of today. A row that the service names again keeps its review and its words; one it does not name stays as
 * long as we have the component, because the service may list an advisory under another component or not yet.
 */
export function renewed(list, found, ours, today) {
  const keyOf = (row) => `${row.component} ${row.id}`;
  const rows = new Map(list.advisories.filter((row) => ours.has(row.component) || row.component.endsWith(':*')).map((row) => [keyOf(row), row]));
  for (const row of found) {
    const before = rows.get(keyOf(row));
    rows.set(keyOf(row), before === undefined ? row : {...row, what: before.what, ...(before.review && {review: before.review})});
  }
  return {...list, asOf: today, advisories: [...rows.values()].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1)};
}

export async function renew({service, list, bills, today}) {
  const components = uniqueOf(bills.flatMap(componentsOf));
  const all = [...components, ...carriedBy(list, components)];
  const ours = new Set(all.map(({component}) => component));
  const found = [];
  for (const id of await idsFor(service, all)) {
    found.push(...rowsOf(await ask(service, `/v1/vulns/${encodeURIComponent(id)}`), ours));
  }
  return renewed(list, found, ours, today);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

async function main() {
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const list = read(LIST);
  const today = new Date().toISOString().slice(0, 10);
  const fresh = await renew({service: process.env.ADVISORY_SERVICE ?? SERVICE, list, bills: BILLS.map(read), today});
  writeFileSync(`${LIST}.new`, `${JSON.stringify(fresh, null, 2)}\n`);
  renameSync(`${LIST}.new`, LIST);
  console.log(`${fresh.advisories.length} advisories as of ${today}, before ${list.advisories.length}. Review what is open: node .ci/advisories.mjs`);
}
