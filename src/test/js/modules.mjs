import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const SCRIPTS = '../../main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/notice';
const folder = mkdtempSync(join(tmpdir(), 'notice-forms-'));
cpSync(fileURLToPath(new URL(SCRIPTS, import.meta.url)), folder, {recursive: true});
// Older versions of Node take a .js file for a module only where a package.json says so.
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

/** Loads one of the browser's modules that need no page. */
export function load(name) {
  return import(pathToFileURL(join(folder, name)).href);
}
