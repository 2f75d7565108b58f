import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {check, compareVersions, faultsOf, isIn, LIST} from '../../../.ci/advisories.mjs';
import {renew, rowsOf} from '../../../ops/advisories/renew.mjs';

const TODAY = '2026-11-30';
const kept = JSON.parse(readFileSync(LIST, 'utf8'));
const bill = (...components) => ({components: components.map((one) => {
  const [group, name, version] = one.split(' ');
  return {group, name, version};
})});
const listOf = (...advisories) => ({asOf: TODAY, advisories});
const row = (more) => ({component: 'org.example:parser', id: 'CVE-2026-1', severity: 'high', what: 'It breaks.',
  since: '2026-01-01', affected: [{below: '1.2'}], ...more});
const review = (more) => ({date: TODAY, version: '1.1', reason: 'Nothing of ours calls that part.', ...more});

describe('versions', () => {
  for (const [less, more] of [['1.9', '1.10'], ['10.1.0-M1', '10.1.0'], ['10.1.55', '10.1.56'], ['3.1.4.RELEASE', '3.1.5.RELEASE'],
    ['2.0-beta9', '2.0-rc1'], ['1.0-SNAPSHOT', '1.0'], ['42.7', '42.7.1']]) {
    test(`${less} is before ${more}`, () => {
      assert.equal(compareVersions(less, more), -1);
      assert.equal(compareVersions(more, less), 1);
    });
  }

  test('what only says it is a release is the release', () => {
    assert.equal(compareVersions('8.0.3.Final', '8.0.3'), 0);
    assert.equal(compareVersions('1.0', '1.0.0'), 0);
  });

  test('a range includes its beginning and not its end', () => {
    assert.equal(isIn('2.0', {from: '2.0', below: '2.1'}), true);
    assert.equal(isIn('2.1', {from: '2.0', below: '2.1'}), false);
    assert.equal(isIn('2.1', {through: '2.1'}), true);
    assert.equal(isIn('9', {}), true);
  });
});

describe('the check', () => {
  test('fails on a component in an affected range and says what to do', () => {
    const {failed, lines} = check(listOf(row()), [bill('org.example parser 1.1')], TODAY);

    assert.equal(failed, true);
    assert.match(lines[0], /org\.example:parser 1\.1 is affected by CVE-2026-1 \(high\): It breaks\. Take a version outside/);
  });

  test('passes a version outside the range and a component of another name', () => {
    assert.equal(check(listOf(row()), [bill('org.example parser 1.2', 'org.example parser-api 1.0')], TODAY).failed, false);
  });

  test('passes what somebody has reviewed, in that version only', () => {
    const list = listOf(row({review: review()}));

    assert.equal(check(list, [bill('org.example parser 1.1')], TODAY).failed, false);
    assert.equal(check(list, [bill('org.example parser 1.0')], TODAY).failed, true);
  });

  test('refuses a review without date, version or reason', () => {
    for (const broken of [{date: 'soon'}, {version: ''}, {reason: 'no'}]) {
      assert.equal(check(listOf(row({review: review(broken)})), [bill('org.example parser 1.1')], TODAY).failed, true);
    }
  });

  test('looks into both jars', () => {
    assert.equal(check(listOf(row()), [bill('org.example other 1'), bill('org.example parser 1.1')], TODAY).failed, true);
  });

  test('knows a whole group by its star', () => {
    assert.equal(check(listOf(row({component: 'org.example:*'})), [bill('org.example anything 1.1')], TODAY).failed, true);
    assert.equal(check(listOf(row({component: 'org.example:*'})), [bill('org.example.other anything 1.1')], TODAY).failed, false);
  });

  test('warns about an old list and does not fail: old commits stay green', () => {
    const {failed, lines} = check(listOf(row()), [bill('org.example parser 2')], '2027-03-01');

    assert.equal(failed, false);
    assert.match(lines[0], /^warning: the advisories are of 2026-11-30, 91 days old/);
  });

  test('does not take an empty bill for a clean one', () => {
    assert.throws(() => check(listOf(row()), [{components: []}], TODAY), /lists no component/);
  });

  test('counts scripts inside a jar, and notices when that jar has changed', () => {
    const list = {...listOf(row({component: 'npm:angular'})),
      carried: [{component: 'npm:angular', version: '1.1', by: 'org.example:pages', byVersion: '7'}]};

    assert.equal(check(list, [bill('org.example pages 7')], TODAY).failed, true);
    assert.throws(() => check(list, [bill('org.example pages 8')], TODAY), /scripts were read from 7/);
  });

  test('turns red as a command', () => {
    const folder = mkdtempSync(join(tmpdir(), 'advisories-'));
    try {
      const made = join(folder, 'bill.json');
      writeFileSync(made, JSON.stringify(bill('org.apache.tomcat.embed tomcat-embed-core 10.1.55', 'com.h2database h2 1.4.200')));

      const {status, stdout} = spawnSync(process.execPath, ['.ci/advisories.mjs', LIST, made], {encoding: 'utf8'});

      assert.equal(status, 1);
      assert.match(stdout, /tomcat-embed-core 10\.1\.55 is affected by CVE-2026-65182/);
      assert.match(stdout, /com\.h2database:h2 1\.4\.200 is affected by CVE-2022-23221/);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  test('the list of the repository has no fault', () => {
    assert.deepEqual(faultsOf(kept), []);
  });
});

describe('the renewal', () => {
  const advisory = {id: 'GHSA-1', aliases: ['CVE-2026-2'], summary: 'A new one.', published: '2026-10-01T08:00:00Z',
    database_specific: {severity: 'MODERATE'},
    affected: [
      {package: {ecosystem: 'Maven', name: 'org.example:parser'},
        ranges: [{type: 'ECOSYSTEM', events: [{introduced: '0'}, {fixed: '1.5'}, {introduced: '2.0'}, {last_affected: '2.3'}]}]},
      {package: {ecosystem: 'Maven', name: 'org.example:not-ours'}, ranges: [{type: 'ECOSYSTEM', events: [{introduced: '0'}]}]},
    ]};
  const known = {...advisory, id: 'GHSA-2', aliases: ['CVE-2026-1'], summary: 'Their words.'};
  const asked = [];
  let failing = false;
  let server;
  let service;

  before(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) {
        body += piece;
      }
      asked.push({path: request.url, body: body === '' ? undefined : JSON.parse(body)});
      response.statusCode = failing ? 503 : 200;
      response.end(JSON.stringify(answer(request.url, body)));
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    service = `http://127.0.0.1:${server.address().port}`;
  });

  after(() => server.close());

  /** The second advisory stands on a page of its own, as the service does with long answers. */
  function answer(path, body) {
    if (path === '/v1/vulns/GHSA-1') {
      return advisory;
    }
    if (path === '/v1/vulns/GHSA-2') {
      return known;
    }
    return {results: JSON.parse(body).queries.map(({package: {name}, page_token: page}) => {
      if (name !== 'org.example:parser') {
        return {};
      }
      return page === undefined ? {vulns: [{id: 'GHSA-1'}], next_page_token: 'two'} : {vulns: [{id: 'GHSA-2'}]};
    })};
  }

  const renewNow = (list) => renew({service, list, bills: [bill('org.example parser 1.1', 'org.example other 3')], today: TODAY});

  test('takes in what is new, keeps reviews and lets go what we no longer have', async () => {
    const list = {...listOf(row({review: review()}), row({component: 'org.example:gone', id: 'CVE-2020-1'})), asOf: '2026-01-01'};

    const fresh = await renewNow(list);

    assert.equal(fresh.asOf, TODAY);
    assert.deepEqual(fresh.advisories, [
      {component: 'org.example:parser', id: 'CVE-2026-1', severity: 'moderate', what: 'It breaks.', since: '2026-10-01',
        affected: [{from: '0', below: '1.5'}, {from: '2.0', through: '2.3'}], review: review()},
      {component: 'org.example:parser', id: 'CVE-2026-2', severity: 'moderate', what: 'A new one.', since: '2026-10-01',
        affected: [{from: '0', below: '1.5'}, {from: '2.0', through: '2.3'}]},
    ]);
    assert.equal(check(fresh, [bill('org.example parser 1.1')], TODAY).failed, true);
    assert.deepEqual(asked[0], {path: '/v1/querybatch', body: {queries: [
      {package: {ecosystem: 'Maven', name: 'org.example:parser'}, version: '1.1'},
      {package: {ecosystem: 'Maven', name: 'org.example:other'}, version: '3'}]}});
  });

  test('asks for the scripts inside a jar as npm packages', async () => {
    asked.length = 0;
    await renewNow({...listOf(), carried: [{component: 'npm:angular', version: '1.9.9', by: 'org.example:other', byVersion: '3'}]});

    assert.deepEqual(asked[0].body.queries.at(-1), {package: {ecosystem: 'npm', name: 'angular'}, version: '1.9.9'});
  });

  test('ends when the service does not answer', async () => {
    failing = true;
    try {
      await assert.rejects(renewNow(listOf()), /answered 503; the list is unchanged/);
    } finally {
      failing = false;
    }
  });

  test('ends with words when nobody is there', async () => {
    await assert.rejects(renew({service: 'http://127.0.0.1:1', list: listOf(), bills: [bill('org.example parser 1.1')], today: TODAY}),
      /cannot be reached \(.+\); the list is unchanged/);
  });

  test('asks once for what both jars have', async () => {
    asked.length = 0;
    await renew({service, list: listOf(), bills: [bill('org.example parser 1.1'), bill('org.example parser 1.1')], today: TODAY});

    assert.equal(asked[0].body.queries.length, 1);
  });

  test('leaves out what was withdrawn', () => {
    assert.deepEqual(rowsOf({...advisory, withdrawn: '2026-11-01T00:00:00Z'}, new Set(['org.example:parser'])), []);
  });

  test('the command is there and can be started', () => {
    execFileSync('bash', ['-n', 'ops/advisories/renew']);
  });
});
