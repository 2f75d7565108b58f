import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const APP = '../../main/resources/META-INF/resources/webjars/camunda/app';
const SCRIPTS = ['tasklist/scripts/notice', 'cockpit/scripts/calendar'];
const folder = mkdtempSync(join(tmpdir(), 'notice-forms-'));
for (const scripts of SCRIPTS) {
  cpSync(fileURLToPath(new URL(`${APP}/${scripts}`, import.meta.url)), join(folder, scripts), {recursive: true});
}
// Older versions of Node take a .js file for a module only where a package.json says so.
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

/** Loads one of the browser's modules that need no page; by default one of Tasklist's. */
export function load(name, scripts = SCRIPTS[0]) {
  return import(pathToFileURL(join(folder, scripts, name)).href);
}
