package org.noticecascade.security.acts;

import java.util.Map;

/**
 * The engine's rows behind each kind of state, as SQL both databases understand. Column {@code item} says which of
 * several rows, {@code value} stands alone beside it, {@code of} tells the target's business key, and
 * {@code password} is compared but never shown.
 */
final class EngineRows {
    private static final String VARIABLE = """
            select NAME_ as "item",
                   TYPE_ || ' ' || coalesce(substring(TEXT_, 1, 200), cast(DOUBLE_ as varchar(40)),
                                            cast(LONG_ as varchar(40)), '') as "value",
                   (select max(e.BUSINESS_KEY_) from ACT_RU_EXECUTION e where e.ID_ = v.PROC_INST_ID_) as "of"
              from ACT_RU_VARIABLE v where NAME_ in (:b) and\s""";

    static final Map<String, String> SQL = Map.ofEntries(
            Map.entry("user", """
                    select FIRST_ as "firstName", LAST_ as "lastName", EMAIL_ as "email", PWD_ as "password"
                      from ACT_ID_USER where ID_ in (:a)"""),
            Map.entry("userAndGroups", """
                    select 'name' as "item",
                           coalesce(FIRST_, '') || ' ' || coalesce(LAST_, '') || ' ' || coalesce(EMAIL_, '') as "value"
                      from ACT_ID_USER where ID_ in (:a)
                     union all select GROUP_ID_, 'member' from ACT_ID_MEMBERSHIP where USER_ID_ in (:a)"""),
            Map.entry("lock", """
                    select ATTEMPTS_ as "failures", LOCK_EXP_TIME_ as "lockedUntil" from ACT_ID_USER where ID_ in (:a)"""),
            Map.entry("group", """
                    select NAME_ as "name", TYPE_ as "type" from ACT_ID_GROUP where ID_ in (:a)"""),
            Map.entry("groupAndMembers", """
                    select 'name' as "item", NAME_ as "value" from ACT_ID_GROUP where ID_ in (:a)
                     union all select USER_ID_, 'member' from ACT_ID_MEMBERSHIP where GROUP_ID_ in (:a)"""),
            Map.entry("membership", """
                    select 'yes' as "member" from ACT_ID_MEMBERSHIP where USER_ID_ in (:a) and GROUP_ID_ in (:b)"""),
            Map.entry("tenant", """
                    select NAME_ as "name" from ACT_ID_TENANT where ID_ in (:a)"""),
            Map.entry("tenantUser", """
                    select 'yes' as "member" from ACT_ID_TENANT_MEMBER where TENANT_ID_ in (:a) and USER_ID_ in (:b)"""),
            Map.entry("tenantGroup", """
                    select 'yes' as "member" from ACT_ID_TENANT_MEMBER where TENANT_ID_ in (:a) and GROUP_ID_ in (:b)"""),
            Map.entry("authorization", """
                    select TYPE_ as "type", USER_ID_ as "user", GROUP_ID_ as "group", RESOURCE_TYPE_ as "resource",
                           RESOURCE_ID_ as "resourceId", PERMS_ as "permissions"
                      from ACT_RU_AUTHORIZATION where ID_ in (:a)"""),
            Map.entry("instance", """
                    select e.ID_ as "item", e.BUSINESS_KEY_ as "key", d.ID_ as "definition",
                           e.SUSPENSION_STATE_ as "suspension", e.BUSINESS_KEY_ as "of"
                      from ACT_RU_EXECUTION e left join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
                     where e.ID_ in (:a)"""),
            Map.entry("activities", """
                    select ACT_ID_ as "item", cast(count(*) as varchar(10)) as "value",
                           (select max(r.BUSINESS_KEY_) from ACT_RU_EXECUTION r where r.ID_ in (:a)) as "of"
                      from ACT_RU_EXECUTION where PROC_INST_ID_ in (:a) and ACT_ID_ is not null group by ACT_ID_"""),
            Map.entry(
                    "executionVariables",
                    VARIABLE + "PROC_INST_ID_ in (select PROC_INST_ID_ from ACT_RU_EXECUTION where ID_ in (:a))"),
            Map.entry("taskVariables", VARIABLE + """
                    (TASK_ID_ in (:a) or PROC_INST_ID_ in (select PROC_INST_ID_ from ACT_RU_TASK where ID_ in (:a)))"""),
            Map.entry("job", """
                    select ID_ as "item", HANDLER_TYPE_ as "handler", PROCESS_DEF_KEY_ as "definitionKey",
                           PROCESS_INSTANCE_ID_ as "instance", RETRIES_ as "retries", DUEDATE_ as "due",
                           PRIORITY_ as "priority", SUSPENSION_STATE_ as "suspension"
                      from ACT_RU_JOB where ID_ in (:a)"""),
            Map.entry("jobDefinition", """
                    select PROC_DEF_KEY_ as "definitionKey", ACT_ID_ as "activity", SUSPENSION_STATE_ as "suspension",
                           JOB_PRIORITY_ as "priority" from ACT_RU_JOBDEF where ID_ in (:a)"""),
            Map.entry("batch", """
                    select TYPE_ as "type", TOTAL_JOBS_ as "jobs", SUSPENSION_STATE_ as "suspension"
                      from ACT_RU_BATCH where ID_ in (:a)"""),
            Map.entry("deployment", """
                    select NAME_ as "name", DEPLOY_TIME_ as "at", SOURCE_ as "source"
                      from ACT_RE_DEPLOYMENT where ID_ in (:a)"""),
            Map.entry("definition", """
                    select ID_ as "item", KEY_ as "key", VERSION_ as "version", SUSPENSION_STATE_ as "suspension",
                           HISTORY_TTL_ as "historyTimeToLive"
                      from ACT_RE_PROCDEF where ID_ in (:a) or KEY_ in (:b)"""),
            Map.entry("decision", """
                    select KEY_ as "key", VERSION_ as "version", HISTORY_TTL_ as "historyTimeToLive"
                      from ACT_RE_DECISION_DEF where ID_ in (:a)"""),
            Map.entry("task", """
                    select TASK_DEF_KEY_ as "activity", NAME_ as "name", ASSIGNEE_ as "assignee", OWNER_ as "owner",
                           DELEGATION_ as "delegation", PRIORITY_ as "priority", DUE_DATE_ as "due",
                           FOLLOW_UP_DATE_ as "followUp", DESCRIPTION_ as "description",
                           (select max(e.BUSINESS_KEY_) from ACT_RU_EXECUTION e where e.ID_ = t.PROC_INST_ID_) as "of"
                      from ACT_RU_TASK t where ID_ in (:a)"""),
            Map.entry("comment", """
                    select USER_ID_ as "by", MESSAGE_ as "message" from ACT_HI_COMMENT where ID_ in (:a)"""),
            Map.entry("comments", """
                    select ID_ as "item", USER_ID_ as "by", MESSAGE_ as "message" from ACT_HI_COMMENT
                     where ID_ in (:a) or '' in (:a) and (TASK_ID_ in (:b) or PROC_INST_ID_ in (:b))"""),
            Map.entry("attachment", """
                    select NAME_ as "name", TYPE_ as "type", URL_ as "url" from ACT_HI_ATTACHMENT where ID_ in (:a)"""),
            Map.entry("filter", """
                    select NAME_ as "name", OWNER_ as "owner", cast(substring(QUERY_, 1, 200) as varchar(200)) as "query"
                      from ACT_RU_FILTER where ID_ in (:a)"""),
            Map.entry("incident", """
                    select INCIDENT_TYPE_ as "type", INCIDENT_MSG_ as "text", PROC_INST_ID_ as "instance",
                           ANNOTATION_ as "annotation" from ACT_RU_INCIDENT where ID_ in (:a)"""),
            Map.entry("externalTask", """
                    select ID_ as "item", TOPIC_NAME_ as "topic", WORKER_ID_ as "worker", RETRIES_ as "retries",
                           PRIORITY_ as "priority", LOCK_EXP_TIME_ as "lockedUntil"
                      from ACT_RU_EXT_TASK where ID_ in (:a)"""),
            Map.entry("property", """
                    select VALUE_ as "value" from ACT_GE_PROPERTY where NAME_ in (:a)"""),
            Map.entry("historicInstance", """
                    select ID_ as "item", BUSINESS_KEY_ as "key", PROC_DEF_KEY_ as "definitionKey", STATE_ as "state",
                           START_TIME_ as "start", END_TIME_ as "end" from ACT_HI_PROCINST where ID_ in (:a)"""),
            Map.entry("historicDecision", """
                    select ID_ as "item", DEC_DEF_KEY_ as "decision", EVAL_TIME_ as "at"
                      from ACT_HI_DECINST where ID_ in (:a)"""),
            Map.entry("historicTask", """
                    select NAME_ as "name", ASSIGNEE_ as "assignee", PROC_INST_ID_ as "instance", START_TIME_ as "start"
                      from ACT_HI_TASKINST where ID_ in (:a)"""),
            Map.entry("historicVariable", """
                    select NAME_ as "name", VAR_TYPE_ as "type", PROC_INST_ID_ as "instance"
                      from ACT_HI_VARINST where ID_ in (:a)"""),
            Map.entry("historicVariablesOf", """
                    select NAME_ as "item", VAR_TYPE_ as "value" from ACT_HI_VARINST where PROC_INST_ID_ in (:a)"""),
            Map.entry("historicBatch", """
                    select TYPE_ as "type", TOTAL_JOBS_ as "jobs", START_TIME_ as "start", END_TIME_ as "end"
                      from ACT_HI_BATCH where ID_ in (:a)"""));

    private EngineRows() {}
}
