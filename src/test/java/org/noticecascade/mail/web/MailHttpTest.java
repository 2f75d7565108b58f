package org.noticecascade.mail.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.mail.MailCircuit;
import org.noticecascade.mail.MailTrial;
import org.noticecascade.mail.MailTrouble;
import org.noticecascade.mail.Outbox;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class MailHttpTest {
    private static final Instant NOW = Instant.parse("2026-03-04T01:00:00Z");

    private final Outbox outbox = mock(Outbox.class);
    private final MailCircuit circuit = mock(MailCircuit.class);
    private final MailTrial trial = mock(MailTrial.class);
    private final CurrentUser user = mock(CurrentUser.class);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new MailStatusController(outbox, circuit, trial, user, Clock.fixed(NOW, ZoneOffset.UTC)))
            .build();

    @Test
    void showsAdministratorsWhyNothingLeaves() throws Exception {
        when(user.isAdministrator()).thenReturn(true);
        when(outbox.counts()).thenReturn(Map.of(Outbox.Status.WAITING, 7L));
        when(outbox.retryFailed(NOW)).thenReturn(2);
        when(circuit.trouble()).thenReturn(Optional.of(new MailTrouble(5, NOW, "connection refused")));

        http.perform(get("/api/mail"))
                .andExpect(jsonPath("$.counts.WAITING").value(7))
                .andExpect(jsonPath("$.trouble.error").value("connection refused"));
        http.perform(post("/api/mail/retry")).andExpect(jsonPath("$.retried").value(2));
        verify(circuit).tryNow();
    }

    @Test
    void sendsATestMailForAdministratorsOnly() throws Exception {
        var call = post("/api/mail/test").contentType("application/json").content("{\"to\":\" me@example.org \"}");
        assertThatThrownBy(() -> http.perform(call)).hasRootCauseInstanceOf(Refusal.class);
        verifyNoInteractions(trial);

        when(user.isAdministrator()).thenReturn(true);
        http.perform(call).andExpect(jsonPath("$.accepted").value("me@example.org"));
        verify(trial).send("me@example.org");
    }

    @Test
    void hidesTheOutboxFromEverybodyElse() {
        assertThatThrownBy(() -> http.perform(get("/api/mail"))).hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> http.perform(post("/api/mail/retry"))).hasRootCauseInstanceOf(Refusal.class);
        verifyNoInteractions(outbox);
    }
}
