import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const APPS = '../../main/resources/META-INF/resources/webjars/camunda/app/';
const folder = mkdtempSync(join(tmpdir(), 'notice-board-'));
// The board's modules import the forms' ones across the two web applications.
for (const part of ['cockpit/scripts/board', 'tasklist/scripts/notice']) {
  cpSync(fileURLToPath(new URL(APPS + part, import.meta.url)), join(folder, part), {recursive: true});
}
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

/** Loads one of the board's modules that need no page. */
export function load(name) {
  return import(pathToFileURL(join(folder, 'cockpit/scripts/board', name)).href);
}
