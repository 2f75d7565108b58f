package org.noticecascade.deputy.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.deputy.Deputies;
import org.noticecascade.deputy.Deputy;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.Role;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DeputyHttpTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 4);
    private static final LocalDate TO = LocalDate.of(2026, 3, 6);
    private static final Person COLLEAGUE =
            new Person("u2", "640000", "演示乙", "u2@example.org", null, "zh", Set.of(Role.SUPERVISOR, Role.STAFF), true);

    private final Deputies deputies = mock(Deputies.class);
    private final People people = mock(People.class);
    private final CurrentUser user = mock(CurrentUser.class);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new DeputyController(deputies, people, user))
            .build();

    @BeforeEach
    void signedIn() {
        when(user.id()).thenReturn("u1");
        when(people.find("u2")).thenReturn(Optional.of(COLLEAGUE));
        when(people.nameOf("u2")).thenCallRealMethod();
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

    /** Neither address nor telephone: the screen asks for name and roles only. */
    @Test
    void listsColleaguesByNameAndRolesOnly() throws Exception {
        when(deputies.candidatesFor("u1")).thenReturn(List.of(COLLEAGUE));

        http.perform(get("/api/deputies/candidates")).andExpect(content().json("""
                        [{"userId": "u2", "name": "演示乙", "roles": ["STAFF", "SUPERVISOR"]}]""", true));
    }

    @Test
    void listsWhomOneStandsInFor() throws Exception {
        when(deputies.heldBy("u1")).thenReturn(List.of(new Deputy("u2", "u1", FROM, TO)));

        http.perform(get("/api/deputies/held"))
                .andExpect(jsonPath("$[0].userId").value("u2"))
                .andExpect(jsonPath("$[0].name").value("演示乙"))
                .andExpect(jsonPath("$[0].to").exists());
    }

    private static MockHttpServletRequestBuilder naming(String json) {
        return post("/camunda/api/cascade/deputies")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }
}
