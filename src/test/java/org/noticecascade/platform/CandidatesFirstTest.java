package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two tasks of two groups, and one that belongs to somebody and has no candidates. */
@ProcessTest
class CandidatesFirstTest {
    /** The group's candidates by their index, then each task by its id. */
    private static final Pattern BY_CANDIDATES = Pattern.compile(
            ".*FROM \"PUBLIC\".\"ACT_RU_IDENTITYLINK\" \"I\"\\s+/\\* PUBLIC.ACT_IDX_IDENT_LNK_GROUP: GROUP_ID_ = .*"
                    + "INNER JOIN \"PUBLIC\".\"ACT_RU_TASK\" \"RES\"\\s+/\\* PUBLIC.PRIMARY_KEY_\\w+: ID_ = I.TASK_ID_.*",
            Pattern.DOTALL);

    @Autowired
    private TaskService tasks;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private DataSource database;

    @BeforeEach
    void createTasks() {
        for (String id : List.of("one", "other", "owned")) {
            Task task = tasks.newTask(id);
            task.setName("of " + id);
            task.setAssignee(id.equals("owned") ? "somebody" : null);
            tasks.saveTask(task);
        }
        tasks.addCandidateGroup("one", "red");
        tasks.addCandidateGroup("other", "blue");
    }

    @AfterEach
    void deleteTasks() {
        tasks.deleteTasks(List.of("one", "other", "owned"), true);
    }

    @Test
    void findsTheTasksOfAGroupThroughItsCandidates() throws SQLException {
        TaskQuery mine = tasks.createTaskQuery()
                .taskCandidateGroupIn(List.of("red"))
                .includeAssignedTasks()
                .or()
                .taskAssignee("somebody")
                .taskUnassigned()
                .endOr();

        assertThat(ids(mine)).containsExactly("one");
        assertThat(mine.count()).isEqualTo(1);
        assertThat(planOf("selectTaskByQueryCriteria", mine)).matches(BY_CANDIDATES);
        assertThat(planOf("selectTaskCountByQueryCriteria", mine)).matches(BY_CANDIDATES);
    }

    /** One of several conditions may hold for a task that nobody is a candidate for. */
    @Test
    void findsTasksWithoutCandidatesWhereThoseWillDoAsWell() throws SQLException {
        TaskQuery either = tasks.createTaskQuery()
                .taskNameLike("of %")
                .or()
                .taskCandidateGroupIn(List.of("red"))
                .taskAssignee("somebody")
                .endOr();

        assertThat(ids(either)).containsExactly("one", "owned");
        assertThat(planOf("selectTaskByQueryCriteria", either)).doesNotMatch(BY_CANDIDATES);
    }

    @Test
    void leavesAStatementThatReadsOtherwise() {
        String other = "select * from ACT_RU_TASK T left join ACT_RU_IDENTITYLINK L on L.TASK_ID_ = T.ID_";

        assertThat(CandidatesFirst.reordered(other)).isEqualTo(other);
    }

    private static List<String> ids(TaskQuery query) {
        return query.list().stream().map(Task::getId).sorted().toList();
    }

    /** How H2 answers what the engine asks. */
    private String planOf(String statement, TaskQuery query) throws SQLException {
        Configuration mybatis = engine.getSqlSessionFactory().getConfiguration();
        MappedStatement mapped = mybatis.getMappedStatement(statement);
        StatementHandler handler =
                mybatis.newStatementHandler(null, mapped, query, RowBounds.DEFAULT, null, mapped.getBoundSql(query));
        try (Connection connection = database.getConnection()) {
            handler.prepare(connection, null).close();
            String sql = handler.getBoundSql().getSql();
            try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
                for (int n = 1; n <= explain.getParameterMetaData().getParameterCount(); n++) {
                    explain.setNull(n, Types.VARCHAR);
                }
                try (ResultSet plan = explain.executeQuery()) {
                    plan.next();
                    return plan.getString(1);
                }
            }
        }
    }
}
