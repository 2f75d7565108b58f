package org.noticecascade.mail.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.mail.MailCircuit;
import org.noticecascade.mail.MailTrial;
import org.noticecascade.mail.MailTrouble;
import org.noticecascade.mail.Outbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The outbox for administrators. */
@RestController
@Tag(name = "邮件", description = "Outgoing mail")
@RequestMapping({"/api/mail", "/camunda/api/cascade/mail"})
class MailStatusController {
    private final Outbox outbox;
    private final MailCircuit circuit;
    private final MailTrial trial;
    private final CurrentUser user;
    private final Clock clock;

    MailStatusController(Outbox outbox, MailCircuit circuit, MailTrial trial, CurrentUser user, Clock clock) {
        this.trial = trial;
        this.outbox = outbox;
        this.circuit = circuit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param counts mails by status
     * @param trouble why nothing leaves; {@code null} when all is well
     */
    record MailStatus(
            Map<Outbox.Status, Long> counts, @Nullable MailTrouble trouble) {}

    @Operation(summary = "查看待发邮件和故障", description = "Mails by status, and trouble")
    @GetMapping
    MailStatus status() {
        requireAdministrator();
        return new MailStatus(outbox.counts(), circuit.trouble().orElse(null));
    }

    /** Where to send it: one address. */
    record Trial(@NotBlank @Size(max = 254) String to) {}

    /** Sends one mail at once; when the server takes it, a pause after failures ends as well. */
    @Operation(summary = "立即发送一封测试邮件", description = "Send a test mail now")
    @PostMapping("/test")
    Map<String, String> test(@Valid @RequestBody Trial asked) {
        requireAdministrator();
        trial.send(asked.to().strip());
        return Map.of("accepted", asked.to().strip());
    }

    /** Gives failed mails another try, and ends a pause after failures; answers how many mails had failed. */
    @Operation(summary = "重发失败的邮件并立即重试", description = "Give failed mails another try, at once")
    @PostMapping("/retry")
    Map<String, Integer> retry() {
        requireAdministrator();
        circuit.tryNow();
        return Map.of("retried", outbox.retryFailed(clock.instant()));
    }

    private void requireAdministrator() {
        if (!user.isAdministrator()) {
            throw Refusal.forbidden("只有管理员可以查看邮件状态。", "Only administrators see the state of mail.");
        }
    }
}
