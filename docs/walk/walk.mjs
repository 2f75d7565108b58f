// The ten-minute walk of the README, start to end, in the real Tasklist; pictures go to docs/images/walk.
// Needs a fresh demo (an empty data folder) on BASE and Debian's chromium; see README.md beside this file.
import {mkdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {lateSteps} from './late.mjs';
import {Person} from './person.mjs';

const base = process.env.BASE ?? 'http://localhost:8080';
const password = process.env.PASSWORD ?? 'Demo-2026-cascade';
const pictures = process.env.PICTURES ?? fileURLToPath(new URL('../images/walk/', import.meta.url));
const only = process.argv.slice(2);

const be = (user, work) => Person.be(user, {base, password, pictures}, work);
const dayIn = (days) => new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai'}).format(Date.now() + days * 86_400_000);
const today = dayIn(0);
const nextSaturday = [1, 2, 3, 4, 5, 6, 7].map(dayIn).find((day) => new Date(day).getUTCDay() === 6);
const REASON = '请补充县级局的学习时间安排。';

/** Starts a notice from the demo's text and addresses it to Shanghai and all departments. */
async function draft(hq) {
  await hq.page.locator('.start-process-action a').click();
  await hq.page.locator('.modal-content a').filter({hasText: '通知下发'}).click();
  await hq.page.locator('nc-upload input[type=file]').waitFor({state: 'attached'});
  await hq.page.locator('.modal-footer .btn-primary').last().click();
  await hq.look('start-without-file');
  const notice = await hq.page.request.get(`${base}/camunda/api/cascade/demo/notice.txt`);
  await hq.page.setInputFiles('nc-upload input[type=file]',
    {name: 'demo-notice.txt', mimeType: 'text/plain', buffer: await notice.body()});
  await hq.page.getByText('已读取').waitFor();
  await hq.picture('01-start');
  await hq.page.locator('.modal-footer .btn-primary').last().click();
  await hq.page.locator('.modal-content').waitFor({state: 'detached'});
  await hq.take('核对并补全通知');
  await hq.look('draft');
  await hq.page.getByRole('button', {name: '清空'}).click();
  await hq.page.getByRole('button', {name: '全部司局、直属单位'}).click();
  await hq.page.getByPlaceholder('按名称或代码查找').fill('上海');
  await hq.page.locator('nc-addressees li:visible input').check();
  await hq.picture('02-addressees', 'nc-addressees');
}

const STEPS = {
  start: () => be('u000000staff', async (hq) => {
    await draft(hq);
    await hq.finish();
  }),
  sign: () => be('u000000lead', async (lead) => {
    await lead.take('签发通知');
    await lead.complete();
    await lead.look('sign-undecided');
    await lead.agree();
    await lead.picture('03-sign', 'nc-decision');
    await lead.finish();
    await lead.look('signed');
  }),
  play: () => be('u000000staff', async (hq) => {
    await hq.page.goto(`${base}/camunda/api/cascade/demo/`);
    await hq.page.locator('#notice option').first().waitFor({state: 'attached'});
    await hq.page.fill('#keep', '310000,999');
    await hq.page.locator('#play button').click();
    await hq.look('console-bad');
    await hq.page.fill('#keep', '310000,310101');
    await hq.page.locator('#play button').click();
    await hq.page.getByText('等待您办理').waitFor({timeout: 120000});
    await hq.picture('04-console');
  }),
  plan: () => be('u310000staff', async (shanghai) => {
    await shanghai.take('签收通知');
    await shanghai.look('receipt');
    await shanghai.finish();
    await shanghai.take('起草工作方案');
    await shanghai.complete();
    await shanghai.look('plan-empty');
    await shanghai.write('measures', '一、一周内转发通知，部署全市学习。\n二、各区局三周内完成集中学习。\n三、市局汇总后按时报送总局。');
    await shanghai.write('responsible', '标准化处 演示责任人');
    await shanghai.write('startsOn', today);
    await shanghai.write('endsOn', dayIn(30));
    await shanghai.picture('05-plan', 'nc-text');
    await shanghai.finish();
  }),
  approvePlan: () => be('u310000lead', async (lead) => {
    await lead.take('审批工作方案');
    await lead.agree();
    await lead.look('approve-plan');
    await lead.finish();
  }),
  returnPlan: () => be('u000000staff', async (hq) => {
    await hq.take('审核工作方案', '上海');
    await hq.page.locator('.nc-choice-return').click();
    await hq.complete();
    await hq.look('return-without-reason');
    await hq.sendBack(REASON);
    await hq.picture('06-return', 'nc-work');
    await hq.finish();
  }),
  resubmitPlan: () => be('u310000staff', async (shanghai) => {
    await shanghai.take('起草工作方案');
    await shanghai.picture('07-returned');
    await shanghai.write('measures', '一、一周内转发通知，部署全市学习。\n二、各区局第三周集中安排学习，每区至少一次。\n三、市局汇总后按时报送总局。');
    await shanghai.finish();
  }),
  approvePlanAgain: () => be('u310000lead', async (lead) => {
    await lead.take('审批工作方案');
    await lead.agree();
    await lead.finish();
  }),
  acceptPlan: () => be('u000000staff', async (hq) => {
    await hq.take('审核工作方案', '上海');
    await hq.page.getByText('以前的版本').click();
    await hq.agree();
    await hq.look('accept-plan', 'nc-versions');
    await hq.finish();
  }),
  study: () => be('u310101staff', async (huangpu) => {
    await huangpu.take('签收通知');
    await huangpu.finish();
    await huangpu.take('安排学习活动');
    await huangpu.write('form', '中心组学习');
    await huangpu.write('plannedOn', nextSaturday);
    await huangpu.look('schedule', 'nc-select');
    await huangpu.write('plannedOn', today);
    await huangpu.finish();
    await huangpu.take('组织学习并记录');
    await huangpu.write('heldOn', today);
    await huangpu.write('participants', '零');
    await huangpu.complete();
    await huangpu.look('session-faulty');
    await huangpu.write('participants', '36');
    await huangpu.write('summary', '集中学习标准化基本知识，结合辖区食品产业讨论了三项措施。');
    await huangpu.picture('08-session', 'nc-select');
    await huangpu.finish();
  }),
  confirm: () => be('u310101lead', async (lead) => {
    await lead.take('确认学习情况');
    await lead.agree();
    await lead.look('confirm');
    await lead.finish();
  }),
  report: () => be('u310101staff', async (huangpu) => {
    await huangpu.take('编制落实情况报告');
    await huangpu.look('report-county');
    await huangpu.write('content', '已完成集中学习，36人参加。');
    await huangpu.finish();
  }),
  approveReport: () => be('u310101lead', async (lead) => {
    await lead.take('审批报告');
    await lead.agree();
    await lead.finish();
  }),
  provinceReport: () => be('u310000staff', async (shanghai) => {
    await shanghai.take('审核下级报告', '黄浦');
    await shanghai.agree();
    await shanghai.look('review-county');
    await shanghai.finish();
    await shanghai.take('编制落实情况报告');
    await shanghai.picture('09-prefilled');
    await shanghai.write('content', '全市各区局均已完成集中学习并报送情况。');
    await shanghai.write('problems', '建议提供标准解读的公开课件。');
    await shanghai.finish();
  }),
  approveProvinceReport: () => be('u310000lead', async (lead) => {
    await lead.take('审批报告');
    await lead.agree();
    await lead.finish();
  }),
  national: () => be('u000000staff', async (hq) => {
    await hq.take('审核下级报告', '上海');
    await hq.agree();
    await hq.look('review-province');
    await hq.finish();
    await hq.take('编制全国报告');
    await hq.picture('10-national');
    await hq.write('content', '各司局、直属单位和上海市均已完成学习并报送情况。');
    await hq.finish();
  }),
  approveNational: () => be('u000000lead', async (lead) => {
    await lead.take('审定全国报告');
    await lead.agree();
    await lead.look('approve-national', 'nc-work');
    await lead.finish();
  }),
  archive: () => be('u000000staff', async (hq) => {
    await hq.take('归档');
    await hq.page.getByText('办理记录').click();
    await hq.look('archive');
    await hq.finish();
    await hq.page.goto(`${base}/camunda/api/cascade/demo/`);
    await hq.look('console-end');
  }),
};

Object.assign(STEPS, lateSteps({
  be, base, draft,
  sign: async (lead) => {
    await lead.take('签发通知');
    await lead.agree();
    await lead.finish();
  },
}));

mkdirSync(pictures, {recursive: true});
for (const [name, step] of Object.entries(STEPS)) {
  if (only.length === 0 || only.includes(name)) {
    const began = Date.now();
    await step();
    console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
}
