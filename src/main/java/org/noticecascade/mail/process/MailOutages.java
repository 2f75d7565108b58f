package org.noticecascade.mail.process;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.noticecascade.mail.MailCircuit;
import org.noticecascade.mail.MailTrouble;
import org.noticecascade.platform.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One process instance with one incident while no mail leaves, none while it does.
 *
 * <p>Looks at how mail stands, not at what was said about it: a node that was killed in between leaves nothing wrong
 * for longer than until the next look. The circuit's row is locked meanwhile, so that two nodes never start two.
 */
@Component
class MailOutages {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LONGEST_ERROR = 1000;

    private final MailCircuit circuit;
    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final Clock clock;

    MailOutages(MailCircuit circuit, @Lazy RuntimeService runtime, AsSystem asSystem, Clock clock) {
        this.circuit = circuit;
        this.runtime = runtime;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    /** Begins or ends the outage where mail and engine disagree. */
    @Transactional
    public void bringInLine() {
        Optional<MailTrouble> trouble = circuit.lockedTrouble();
        asSystem.call(() -> {
            Execution waiting = waiting();
            if (trouble.isPresent() && waiting == null) {
                begin(trouble.get());
            } else if (trouble.isEmpty() && waiting != null) {
                end(waiting);
            }
            return trouble;
        });
    }

    /** Whether mail and engine disagree at this moment, or are just being brought in line. */
    boolean differ() {
        return circuit.trouble().isPresent()
                != asSystem.call(() -> Optional.ofNullable(waiting())).isPresent();
    }

    private void begin(MailTrouble trouble) {
        runtime.createProcessInstanceByKey(MailOutageProcess.KEY)
                .processDefinitionWithoutTenantId()
                .businessKey(MailOutageProcess.BUSINESS_KEY)
                .execute();
        Execution begun = waiting();
        if (begun == null) {
            throw new IllegalStateException(
                    "%s did not stop at %s".formatted(MailOutageProcess.KEY, MailOutageProcess.WAIT_FOR_MAIL));
        }
        runtime.createIncident(MailOutageProcess.INCIDENT, begun.getId(), null, message(trouble));
    }

    private void end(Execution waiting) {
        runtime.createIncidentQuery()
                .executionId(waiting.getId())
                .incidentType(MailOutageProcess.INCIDENT)
                .list()
                .forEach(incident -> runtime.resolveIncident(incident.getId()));
        runtime.createMessageCorrelation(MailOutageProcess.MAIL_RECOVERED)
                .processInstanceBusinessKey(MailOutageProcess.BUSINESS_KEY)
                .withoutTenantId()
                .correlate();
    }

    private @Nullable Execution waiting() {
        return runtime.createExecutionQuery()
                .processDefinitionKey(MailOutageProcess.KEY)
                .processInstanceBusinessKey(MailOutageProcess.BUSINESS_KEY)
                .activityId(MailOutageProcess.WAIT_FOR_MAIL)
                .singleResult();
    }

    private String message(MailTrouble trouble) {
        String next = MOMENT.format(trouble.nextProbe().atZone(clock.getZone()));
        String error = trouble.error().length() <= LONGEST_ERROR
                ? trouble.error()
                : trouble.error().substring(0, LONGEST_ERROR);
        return """
                邮件已停发：连续 %1$d 次发送失败，最后一次的原因是“%2$s”。待发邮件都在发件箱中，没有丢失。\
                请检查邮件服务器和 spring.mail 设置；系统自 %3$s 起自动重试，恢复后自动续发，本事件自动关闭。
                Mail has stopped: %1$d attempts in a row failed, the last one with "%2$s". No mail is lost; all wait in the \
                outbox. Check the mail server and spring.mail. The service tries again by itself from %3$s on; once a mail \
                is accepted the rest follows and this incident closes.""".formatted(trouble.failures(), error, next);
    }
}
