package org.noticecascade.mail.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.mail.Deputies;
import org.noticecascade.mail.Deputy;
import org.noticecascade.mail.MailCircuit;
import org.noticecascade.mail.MailTrouble;
import org.noticecascade.mail.Outbox;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class MailHttpTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 4);
    private static final LocalDate TO = LocalDate.of(2026, 3, 6);
    private static final Instant NOW = Instant.parse("2026-03-04T01:00:00Z");

    private final Deputies deputies = mock(Deputies.class);
    private final Outbox outbox = mock(Outbox.class);
    private final MailCircuit circuit = mock(MailCircuit.class);
    private final CurrentUser user = mock(CurrentUser.class);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new DeputyController(deputies, user),
                    new MailStatusController(outbox, circuit, user, Clock.fixed(NOW, ZoneOffset.UTC)))
            .build();

    @BeforeEach
    void signedIn() {
        when(user.id()).thenReturn("u1");
    }

    @Test
    void namesADeputyForOneself() throws Exception {
        Deputy named = new Deputy("u1", "u2", FROM, TO);
        when(deputies.name("u1", "u2", FROM, TO)).thenReturn(named);
        when(deputies.of("u1")).thenReturn(List.of(named));
        when(deputies.remove("u1", FROM)).thenReturn(true);

        http.perform(naming("{\"deputyId\":\"u2\",\"from\":\"2026-03-04\",\"to\":\"2026-03-06\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.deputyId").value("u2"));
        http.perform(get("/api/deputies")).andExpect(jsonPath("$.length()").value(1));
        http.perform(delete("/camunda/api/cascade/deputies/2026-03-04")).andExpect(status().isNoContent());
    }

    @Test
    void refusesANamingWithoutDates() {
        assertThatThrownBy(() -> http.perform(naming("{\"deputyId\":\"u2\"}"))).hasRootCauseInstanceOf(Refusal.class);
        verifyNoInteractions(deputies);
    }

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
    }

    @Test
    void hidesTheOutboxFromEverybodyElse() {
        assertThatThrownBy(() -> http.perform(get("/api/mail"))).hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> http.perform(post("/api/mail/retry"))).hasRootCauseInstanceOf(Refusal.class);
        verifyNoInteractions(outbox);
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder naming(String json) {
        return post("/camunda/api/cascade/deputies")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }
}
