// A person in front of Tasklist: what one can do there, said in words of the walk.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--lang=zh-CN',
];
const SIZE = {width: 1280, height: 860};

export class Person {
  /** Opens a browser of its own, signs in as `user`, does `work(person)` and closes it again. */
  static async be(user, {base, password, pictures}, work) {
    const profile = mkdtempSync(join(tmpdir(), 'walk-'));
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, env: {...process.env, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN'},
      locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: SIZE,
    });
    const person = new Person(user, browser.pages()[0], base, pictures);
    try {
      await person.signIn(password);
      await work(person);
    } catch (error) {
      await person.look(`failed-${user}`);
      throw error;
    } finally {
      await browser.close();
      rmSync(profile, {recursive: true, force: true});
    }
  }

  constructor(user, page, base, pictures) {
    Object.assign(this, {user, page, base, pictures});
    page.setDefaultTimeout(30000);
    page.on('pageerror', (error) => console.log(`${user}: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && console.log(`${user}: ${message.text()}`));
  }

  async signIn(password) {
    await this.page.goto(`${this.base}/camunda/app/tasklist/`);
    const name = this.page.locator('input[ng-model="username"]');
    const secret = this.page.locator('input[ng-model="password"]');
    do { // the page takes the focus for itself while it loads, and with it what is just being written
      await name.fill(this.user);
      await secret.fill(password);
    } while (await name.inputValue() !== this.user || await secret.inputValue() !== password);
    await this.page.click('button[type=submit]');
    await this.page.getByText('我的待办').first().waitFor();
  }

  /** Takes a picture of the window; `at` is scrolled to the top first. */
  async picture(name, at) {
    if (at) {
      await this.page.locator(at).first().evaluate((element) => element.scrollIntoView({block: 'start'}));
    }
    await this.page.waitForTimeout(500);
    await this.page.screenshot({path: join(this.pictures, `${name}.png`)});
  }

  /** A picture to look at while working on the forms; taken only where LOOKS is set. */
  async look(name, at) {
    if (process.env.LOOKS) {
      await this.picture(`look-${name}`, at);
    }
  }

  /** Opens the task whose name holds all `words`, waiting for it to appear, and claims it. */
  async take(...words) {
    let card = this.page.locator('.tasks-list li.task');
    for (const word of words) {
      card = card.filter({hasText: word});
    }
    await card.first().waitFor({timeout: 120000});
    await card.first().click();
    await this.page.locator('nc-head header').waitFor();
    await this.page.locator('[ng-click="claim()"]').first().click();
    await this.page.locator('.disabled-form').waitFor({state: 'detached'});
    await this.page.waitForTimeout(1000);
  }

  /** Writes into the field of that name. */
  async write(name, value) {
    const control = this.page.locator(`.nc-form [name="${name}"]`).locator('input, textarea, select').first();
    if (await control.evaluate((element) => element.tagName) === 'SELECT') {
      await control.selectOption(value);
    } else {
      await control.fill(value);
    }
  }

  async agree() {
    await this.page.locator('.nc-choice:not(.nc-choice-return)').click();
  }

  async sendBack(reason) {
    await this.page.locator('.nc-choice-return').click();
    await this.page.locator('.nc-reason textarea').fill(reason);
  }

  /** Presses the button below the form. */
  async complete() {
    await this.page.locator('.form-actions .btn-primary').click();
  }

  /** Presses it and waits until Tasklist has let the task go. */
  async finish() {
    await this.complete();
    await this.page.locator('nc-form').waitFor({state: 'detached'});
  }
}
