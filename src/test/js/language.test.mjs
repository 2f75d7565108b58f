import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './modules.mjs';

const {chooseLanguage} = await load('choice.js');
const {detailOf, t} = await load('language.js');
const {en} = await load('texts-en.js');
const {zh} = await load('texts-zh.js');

test('speaks Chinese unless the browser asks for English first, as the page around the forms does', () => {
  assert.equal(chooseLanguage(['en-GB', 'zh-CN']), 'en');
  assert.equal(chooseLanguage(['EN']), 'en');
  assert.equal(chooseLanguage(['zh-CN', 'en']), 'zh');
  assert.equal(chooseLanguage(['enm', 'en']), 'zh');
  assert.equal(chooseLanguage(['de']), 'zh');
  assert.equal(chooseLanguage([]), 'zh');
  assert.equal(chooseLanguage(undefined), 'zh');
});

test('has every text in both languages, with the same values to fill in', () => {
  assert.deepEqual(Object.keys(en), Object.keys(zh));
  const values = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(zh)) {
    assert.deepEqual(values(en[key]), values(zh[key]), key);
  }
});

test('fills in values and shows an unknown key as itself', () => {
  assert.equal(t('due.late', {n: 2}, 'zh'), '已逾期 2 个工作日');
  assert.equal(t('no.such.key', {}, 'zh'), 'no.such.key');
});

test('takes the Chinese detail of a refusal', () => {
  assert.equal(detailOf({detail: '请填写', detailEn: 'Fill in'}), '请填写');
  assert.equal(detailOf(null), null);
});
