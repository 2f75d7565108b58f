package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class TaskMetricsTest {
    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void leavesNoRowBehindForATaskSomebodyTook() {
        Task task = tasks.newTask();
        tasks.saveTask(task);
        int before = rows();

        tasks.setAssignee(task.getId(), "u310000staff");

        assertThat(rows()).isEqualTo(before);
        tasks.deleteTask(task.getId(), true);
    }

    private int rows() {
        return jdbc.queryForObject("select count(*) from ACT_RU_TASK_METER_LOG", Integer.class);
    }
}
