// The second part of the walk: a notice that nobody answers, watched through the demo's time machine.
const ESCALATED_AFTER = 6; // working days: two to sign in, three late, one to be sure

/** The steps, given `be(user, work)` and what the first part does to start and sign a notice. */
export function lateSteps({be, base, draft, sign}) {
  const forward = (admin, days) => admin.page.fill('#days', String(days))
    .then(() => admin.page.click('#forward button'))
    .then(() => admin.page.getByText(`已前进 ${days} 个工作日`).waitFor({timeout: 180000}));
  const console = async (admin) => {
    await admin.page.goto(`${base}/camunda/api/cascade/demo/`);
    await admin.page.locator('#forward').waitFor();
  };
  return {
    lateStart: () => be('u000000staff', async (hq) => {
      await draft(hq);
      await hq.finish();
    }),
    lateSign: () => be('u000000lead', sign),
    lateClock: () => be('admin', async (admin) => {
      await console(admin);
      await forward(admin, ESCALATED_AFTER);
      await admin.picture('11-clock', '#clock');
    }),
    lateMail: () => be('admin', async (admin) => {
      await admin.page.goto(`${base}/camunda/api/cascade/demo/mail/`);
      await admin.page.locator('#mails button').first().waitFor();
      await admin.page.selectOption('#person', 'u310000staff@example.org');
      await admin.page.locator('#mails button').first().click();
      await admin.page.getByText('发给').first().waitFor();
      await admin.picture('12-mail');
      await admin.page.selectOption('#person', 'u000000supervisor@example.org');
      await admin.page.locator('#mails button').last().click();
      await admin.look('escalation-mail');
    }),
    lateUrge: () => be('u000000supervisor', async (supervisor) => {
      await supervisor.take('督办超期事项', '上海');
      await supervisor.page.locator('nc-measure .nc-choice').first().click();
      await supervisor.picture('13-overdue');
      await supervisor.finish();
    }),
    lateReceipt: () => be('u310000staff', async (shanghai) => {
      await shanghai.look('late-list');
      await shanghai.take('签收通知');
      await shanghai.picture('14-late');
      await shanghai.finish();
    }),
    lateRecovery: () => be('admin', async (admin) => {
      await console(admin);
      await forward(admin, 1);
      await admin.look('recovered', '#clock');
    }),
  };
}
