package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationBatchCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.noticecascade.Refusal;

class WholeCommandTest {
    @Test
    void namesEveryField() {
        assertThat(WholeCommand.text(new CreateMembershipCmd("li", "U310000STAFF")))
                .isEqualTo("CreateMembershipCmd{groupId=\"U310000STAFF\", userId=\"li\"}");
        assertThat(WholeCommand.text(new DeleteProcessInstanceCmd("1", "x", true, false, true, false, true)))
                .contains("processInstanceId=\"1\"", "deleteReason=\"x\"", "skipCustomListeners=true")
                .isEqualTo(WholeCommand.text(new DeleteProcessInstanceCmd("1", "x", true, false, true, false, true)))
                .isNotEqualTo(WholeCommand.text(new DeleteProcessInstanceCmd("1", "x", true, false, true, true, true)));
    }

    /** A text cannot pass for two fields, and shows what cannot be seen. */
    @Test
    void quotesTexts() {
        assertThat(WholeCommand.text(new DeleteUserCmd("a\", x=\"b\\\n\u202e")))
                .isEqualTo("DeleteUserCmd{userId=\"a\\\", x=\\\"b\\\\\\u000a\\u202e\"}");
    }

    @Test
    void readsInstructionsAndVariables() {
        String one = modification("task", "v", 1);
        assertThat(one).contains("activityId=\"task\"", "ActivityBeforeInstantiationCmd", "\"v\"=integer 1");
        assertThat(one)
                .isEqualTo(modification("task", "v", 1))
                .isNotEqualTo(modification("task", "v", 2))
                .isNotEqualTo(modification("task", "v", 1L))
                .isNotEqualTo(modification("other", "v", 1))
                .isNotEqualTo(modification("task", "w", 1));
        assertThat(modification("task", "v", new Date(0))).contains("1970-01-01T00:00:00Z");
        assertThat(modification("task", "v", new byte[] {1})).contains("sha256:");
    }

    private static String modification(String activity, String variable, Object value) {
        var builder = new ProcessInstanceModificationBuilderImpl("1");
        builder.startBeforeActivity(activity).setVariable(variable, value);
        return WholeCommand.text(new ModifyProcessInstanceCmd(builder));
    }

    /** The rest of an account changes by itself, and nobody else is to read a password. */
    @Test
    void showsThatAPasswordIsNewAndNotWhich() {
        UserEntity user = new UserEntity("li");
        user.setPassword("Secret-2026-word");
        assertThat(WholeCommand.text(new SaveUserCmd(user)))
                .contains("id=\"li\"", "password=(new)")
                .doesNotContain("Secret");
        assertThat(WholeCommand.text(new SaveUserCmd(new UserEntity("li")))).doesNotContain("password");
    }

    @Test
    void refusesQueriesAndWhatNobodyWouldRead() {
        var builder = new ModificationBuilderImpl(null, "definition");
        builder.historicProcessInstanceQuery(new HistoricProcessInstanceQueryImpl());
        assertThatThrownBy(() -> WholeCommand.text(new ProcessInstanceModificationBatchCmd(builder)))
                .isInstanceOf(Refusal.class);
        List<String> many = IntStream.range(0, 10_000).mapToObj(String::valueOf).toList();
        assertThatThrownBy(() -> WholeCommand.text(
                        new DeleteProcessInstanceBatchCmd(many, null, null, "x", false, false, false)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void failsAtWhatItDoesNotKnow() {
        assertThatThrownBy(() -> WholeCommand.text(List.of(new Object()))).isInstanceOf(IllegalStateException.class);
    }
}
