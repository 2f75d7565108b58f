package org.noticecascade.ledger;

/** What can happen to a notice, to a unit's part in it, or to a unit as such. */
public enum Act {
    NOTICE_READ("读取通知"),
    NOTICE_EDITED("修改通知"),
    NOTICE_SUBMITTED("提交签发"),
    NOTICE_RETURNED("退回通知"),
    NOTICE_ISSUED("印发通知"),
    NOTICE_CLOSED("审定全国报告"),
    NOTICE_CLOSED_WITH_GAPS("审定全国报告（有缺报）"),
    NOTICE_ARCHIVED("归档"),
    NOTICE_EXPORTED("导出档案包"),
    ASSIGNED("下达任务"),
    SIGNED("签收"),
    PLAN_SUBMITTED("提交方案"),
    PLAN_APPROVED("方案经负责人同意"),
    PLAN_ACCEPTED("方案经总局同意"),
    PLAN_RETURNED("退回方案"),
    SESSION_SCHEDULED("安排学习"),
    SESSION_SUBMITTED("提交学习记录"),
    SESSION_CONFIRMED("确认学习情况"),
    SESSION_RETURNED("退回学习记录"),
    REPORT_SUBMITTED("提交报告"),
    REPORT_APPROVED("报告经负责人同意"),
    REPORT_ACCEPTED("报告经上级同意"),
    REPORT_RETURNED("退回报告"),
    DELIVERED("办结"),
    MISSED("到期未报"),
    DUE_CHANGED("调整时限"),
    FINAL_DUE_REACHED("到达最终时限"),
    URGED("催办"),
    EXTENSION_ASKED("申请延期"),
    EXTENSION_GRANTED("同意延期"),
    EXTENSION_REFUSED("不同意延期"),
    EXTENSION_DROPPED("延期申请失效"),
    ESCALATED("转上级督办"),
    ESCALATION_URGED("督办：催办"),
    ESCALATION_EXTENDED("督办：延长时限"),
    ESCALATION_ENDED("督办自动结束"),
    WAIVED("免予办理"),
    DUE_RECALCULATED("按放假安排重算时限"),
    TABLE_REPLACED("更换决策表"),
    DEPUTY_NAMED("指定代理人"),
    DEPUTY_TAKEN_BACK("取消代理人"),
    DEPUTY_BEGAN("代理开始"),
    DEPUTY_ENDED("代理结束"),
    TASK_PASSED_ON("任务随代理转交"),
    FILE_ADDED("上传佐证材料"),
    FILE_REMOVED("删除佐证材料"),
    TASK_TRANSFERRED("转办"),
    TASK_DELEGATED("委托办理"),
    TASK_RESOLVED("交回委托"),
    REPAIRED("一致性修复"),
    SECOND_FACTOR_SET_UP("设置动态验证码"),
    SECOND_FACTOR_RESET("重置动态验证码");

    private final String label;

    Act(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
