package org.noticecascade.consistency;

/**
 * What can differ. The first two texts name it, with {@code %1$s} for what is there and {@code %2$s} for what should be
 * there; the other two say what a repair does or, where none is safe, what a person has to do.
 */
public enum Kind {
    UNIT_DOUBLED(
            false,
            "同一通知中该单位有 %1$s 条任务，应为 %2$s 条",
            "%1$s assignments of this unit in the notice, there should be %2$s",
            "由数据库管理员核对后保留有流程的一条，并恢复唯一约束 assignment_once",
            "a database administrator keeps the row that has the process and restores the constraint assignment_once"),
    ADDRESSEE_WITHOUT_PART(
            true, "主送单位没有任务（%1$s）", "an addressee has no assignment (%1$s)", "补发该单位", "gives the unit its part"),
    TREE_BROKEN(
            false,
            "任务的层级关系为 %1$s，应为 %2$s",
            "place in the tree is %1$s, should be %2$s",
            "由数据库管理员按上级任务更正",
            "a database administrator corrects it from the superior's row"),
    NOT_STARTED(true, "任务没有流程（%1$s）", "no process was started (%1$s)", "启动该单位流程", "starts the unit's process"),
    INSTANCE_GONE(
            true,
            "流程 %1$s 已不存在，该单位还在“%2$s”阶段",
            "process %1$s is gone while the unit is in stage %2$s",
            "未提交报告的，从当前环节重新启动流程；已到报告环节的，由上级免予办理后另行收取报告",
            "starts the process again where the unit stands; from the report on, the superior waives and collects it otherwise"),
    INSTANCE_NOT_NOTED(
            true,
            "任务登记的流程为 %1$s，运行中的是 %2$s",
            "the assignment names process %1$s, running is %2$s",
            "登记运行中的流程",
            "notes the running process"),
    INSTANCE_DOUBLED(
            true,
            "多出一个流程 %1$s，登记的是 %2$s",
            "one process too many, %1$s; the noted one is %2$s",
            "结束多出的流程",
            "ends the one that is not noted"),
    INSTANCE_ORPHANED(true, "流程 %1$s 没有对应的任务", "process %1$s has no assignment", "结束该流程", "ends it"),
    FINISHED_BUT_RUNNING(
            true,
            "单位已“%2$s”，流程 %1$s 仍在运行",
            "the unit is %2$s but process %1$s still runs",
            "结束该流程",
            "ends the process"),
    DELIVERED_BUT_RUNNING(
            false,
            "单位已办结，流程还在 %1$s，应为 %2$s",
            "the unit is delivered but its process is at %1$s, should be %2$s",
            "核对台账：确已办结的，由管理员在 Cockpit 中结束该流程；未办结的，恢复备份中的任务阶段",
            "look at the ledger: end the process in Cockpit if the unit did deliver, else restore the stage from a backup"),
    STAGE_ELSEWHERE(
            false,
            "流程在 %1$s，任务阶段为“%2$s”",
            "the process is at %1$s, the stage says %2$s",
            "核对台账，由数据库管理员把任务阶段改为流程所在阶段，或由上级免予办理",
            "look at the ledger; a database administrator sets the stage to where the process is, or the superior waives"),
    WAIT_NOT_NOTED(
            true,
            "流程在等待下级，任务未登记等待",
            "the process waits for units, the assignment does not say so",
            "登记等待",
            "notes that it waits"),
    WAIT_NOTED_ONLY(
            true, "任务登记为等待，流程不在等待", "the assignment waits, its process does not", "取消等待标记", "takes the mark back"),
    JOB_LOST(true, "流程停在 %1$s，没有作业", "the process stands at %1$s without a job", "重新进入该环节", "enters that element anew"),
    SUPERIOR_STUCK(
            true,
            "下级均已办结，上级流程仍在等待",
            "no unit below is open, but the superior still waits",
            "唤醒上级流程",
            "wakes the superior as the join does"),
    SUPERIOR_AHEAD(
            false,
            "上级已到“%1$s”，该单位仍在“%2$s”",
            "the superior has gone on to %1$s while this unit is in %2$s",
            "催促该单位办结，或由上级免予办理；此前上级不能报送",
            "urge the unit, or waive it; the superior cannot report before"),
    OPEN_BELOW_WAIVED(
            true,
            "上级已免予办理，该单位仍在“%2$s”",
            "the superior was waived, this unit is still in %2$s",
            "随上级免予办理",
            "waives it along with its superior"),
    OPEN_IN_CLOSED_NOTICE(
            true,
            "通知已审定，该单位仍在“%2$s”",
            "the notice is closed, the unit is still in %2$s",
            "记为到期未报并结束流程",
            "marks it as missed and ends its process"),
    TASK_DUE(
            true,
            "待办时限为 %1$s，任务时限为 %2$s",
            "the task is due %1$s, the assignment %2$s",
            "按任务时限更正待办",
            "sets the task's date"),
    FINAL_TIMER(
            true,
            "最终时限定时器为 %1$s，应为 %2$s",
            "the timer of the final due date is at %1$s, should be %2$s",
            "更正定时器；没有定时器的，由管理员到期后手动汇总",
            "moves the timer; where there is none, an administrator ends the wait on that day"),
    PARTICIPANTS(
            true,
            "参加人数登记为 %1$s，学习记录为 %2$s",
            "participants are %1$s, the confirmed session says %2$s",
            "按学习记录更正",
            "takes the session's number"),
    MILESTONE(
            true,
            "办理时间登记为 %1$s，依据为 %2$s",
            "a milestone is %1$s, what it stands for says %2$s",
            "按依据更正",
            "takes the time of what it stands for"),
    LIGHT_WITHOUT_DUE(true, "没有时限，灯却为 %1$s", "the light is %1$s without a due date", "改为 %2$s", "sets %2$s"),
    LEDGER_COUNT(
            false,
            "台账记录 %1$s，应为 %2$s",
            "the ledger says %1$s, should say %2$s",
            "台账只增不改：查明原因，由管理员书面说明",
            "the ledger is append-only: find the cause and keep a written note"),
    SUBMISSION_ELSEWHERE(
            false,
            "最新版本为 %1$s，流程在 %2$s",
            "the newest version is %1$s, the process is at %2$s",
            "核对台账，由上级退回或由数据库管理员更正版本状态",
            "look at the ledger; a database administrator corrects the version's status"),
    SUBMISSION_TWO_OPEN(
            false,
            "较早的版本仍为 %1$s，应为 %2$s",
            "an older version is still %1$s, should be %2$s",
            "由数据库管理员更正较早版本的状态",
            "a database administrator corrects the older version's status"),
    SUBMISSION_WITHOUT_CONTENT(
            false,
            "%1$s 没有内容，应有 %2$s",
            "%1$s has no content, there should be %2$s",
            "从备份恢复该版本内容",
            "restore the content of that version from a backup"),
    REMINDER_DOUBLED(
            true, "同一提醒有 %1$s 条，应为 %2$s 条", "%1$s equal reminders, there should be %2$s", "保留最早一条", "keeps the oldest"),
    MAIL_DOUBLED(
            true,
            "同一邮件有 %1$s 封，应为 %2$s 封",
            "%1$s mails with one key, there should be %2$s",
            "停发多余且未发出的",
            "drops the others that have not left"),
    MAIL_HELD(
            true,
            "邮件自 %1$s 起被占用未发出",
            "a mail has been held since %1$s and did not leave",
            "放回待发",
            "puts it back to be sent"),
    MAIL_WITHOUT_SUBJECT(
            true, "待发邮件所指的 %1$s 不存在", "a waiting mail speaks of %1$s, which does not exist", "停发", "drops it"),
    ESCALATION_WITHOUT_PROCESS(
            true,
            "督办中，但没有流程（%1$s）",
            "an open escalation has no process (%1$s)",
            "重新启动督办流程；已不需要的结束督办",
            "starts it again, or ends the escalation if it has become pointless"),
    ESCALATION_OUTLIVED(
            true,
            "督办仍在进行（%1$s），单位已在 %2$s",
            "an escalation of %1$s is open, the unit is in %2$s",
            "结束督办",
            "ends the escalation"),
    ESCALATION_PROCESS_ORPHANED(true, "督办流程 %1$s 没有督办事项", "process %1$s has no open escalation", "结束该流程", "ends it"),
    EXTENSION_WITHOUT_PROCESS(
            true,
            "延期申请待审批，但没有流程（%1$s）",
            "a waiting request for more time has no process (%1$s)",
            "重新启动审批流程；已不需要的记为失效",
            "starts it again, or lets the request lapse if it has become pointless"),
    EXTENSION_OUTLIVED(
            true,
            "延期申请仍待审批（%1$s），单位已在 %2$s",
            "a request for more time of %1$s waits, the unit is in %2$s",
            "记为失效并结束流程",
            "lets the request lapse"),
    EXTENSION_PROCESS_ORPHANED(true, "延期审批流程 %1$s 没有待审批的申请", "process %1$s has no waiting request", "结束该流程", "ends it"),
    NOTICE_STATUS(
            false,
            "通知状态为 %1$s，应与总局任务“%2$s”一致",
            "the notice is %1$s, which does not go with headquarters' stage %2$s",
            "由数据库管理员核对台账后更正",
            "a database administrator corrects it from the ledger"),
    NOTICE_WITHOUT_PROCESS(
            false,
            "通知为 %1$s，却没有流程",
            "the notice is %1$s but has no process",
            "草稿请重新起草；已印发的由数据库管理员从备份恢复",
            "draft it anew; an issued notice has to be restored from a backup"),
    ACCOUNT_MISSING(
            false,
            "在用人员“%1$s”没有账号 %2$s",
            "%1$s, an active person, has no account %2$s",
            "再导入一次该人员（账号会重建，须重设密码），或在“状态”列填“停用”",
            "import the person again, which makes the account anew without a password, or with status inactive"),
    GROUP_MISSING(
            false,
            "账号 %1$s 不在应有的用户组 %2$s 中",
            "account %1$s is not in group %2$s",
            "先将该人员停用再恢复，用户组会重建",
            "set the person inactive and active again, which makes the groups anew"),
    GROUP_SURPLUS(
            false,
            "账号 %1$s 在用户组 %2$s 中，名录中却不是",
            "account %1$s is in group %2$s, where the directory does not put it",
            "由管理员移出该成员；名录中的人员请停用后再恢复",
            "an administrator takes the member out; a person of the directory is set inactive and active again"),
    JOB_FAILED(
            false,
            "作业多次失败：%1$s",
            "a job failed for good: %1$s",
            "排除原因后，由管理员在 Cockpit 中重试",
            "remove the cause, then retry it in Cockpit"),
    INCIDENT(false, "未解决的事件：%1$s", "an open incident: %1$s", "由管理员在 Cockpit 中处理", "handle it in Cockpit");

    private final boolean repairable;
    private final String chinese;
    private final String english;
    private final String remedyChinese;
    private final String remedyEnglish;

    Kind(boolean repairable, String chinese, String english, String remedyChinese, String remedyEnglish) {
        this.repairable = repairable;
        this.chinese = chinese;
        this.english = english;
        this.remedyChinese = remedyChinese;
        this.remedyEnglish = remedyEnglish;
    }

    /** Whether it only says that somebody has something to do: what is written down agrees. */
    public boolean isWarning() {
        return this == INCIDENT;
    }

    /** Whether a repair is tried; even then one difference may turn out to need a person. */
    public boolean repairable() {
        return repairable;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    String remedyChinese() {
        return remedyChinese;
    }

    String remedyEnglish() {
        return remedyEnglish;
    }
}
