package org.noticecascade.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.PERSONS;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.SMALL_COUNTRY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Refusal;
import org.noticecascade.directory.DirectoryTestContext;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@SpringJUnitConfig(DirectoryTestContext.class)
class DirectoryHttpTest {
    private final DirectoryFixture directory;
    private final IdentityService identities;
    private final MockMvc http;

    @Autowired
    DirectoryHttpTest(
            DirectoryFixture directory,
            IdentityService identities,
            UnitController unitController,
            ImportController importController) {
        this.directory = directory;
        this.identities = identities;
        this.http = MockMvcBuilders.standaloneSetup(unitController, importController)
                .build();
    }

    @BeforeEach
    void signInAsAdministrator() {
        directory.clear();
        directory.importing(SMALL_COUNTRY);
        identities.setAuthentication("boss", List.of("camunda-admin"));
    }

    @AfterEach
    void signOut() {
        identities.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/camunda/api/cascade"})
    void pagesUnitsUnderBothPaths(String base) throws Exception {
        http.perform(get(base + "/units?level=省级&parent=000000&size=1&page=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.page").value(1))
                .andExpect(jsonPath("$.size").value(1))
                .andExpect(jsonPath("$.items[*].code").value(Matchers.contains("440000")))
                .andExpect(jsonPath("$.items[0].levelLabel").value("省级"));
        http.perform(get(base + "/units/440303"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.parentCode").value("440300"));
    }

    @Test
    void refusesUnknownUnitLevelAndPaging() {
        assertRefused(get("/api/units/999999"), Refusal.Kind.NOT_FOUND);
        assertRefused(get("/api/units?level=VILLAGE"), Refusal.Kind.INVALID);
        assertRefused(get("/api/units?size=201"), Refusal.Kind.INVALID);
        assertRefused(get("/api/units?page=-1"), Refusal.Kind.INVALID);
    }

    @Test
    void importsInTheBackgroundAndTellsTheResult() throws Exception {
        String location = upload("people.csv", PERSONS + "sz1,440300,甲,staff,,,\n", false);

        String result = resultOf(location);

        assertThat(JsonPath.<String>read(result, "$.state")).isEqualTo("DONE");
        assertThat(JsonPath.<Integer>read(result, "$.percent")).isEqualTo(100);
        assertThat(JsonPath.<Integer>read(result, "$.created")).isEqualTo(1);
        assertThat(JsonPath.<String>read(result, "$.kind")).isEqualTo("PERSONS");
        identities.clearAuthentication();
        assertThat(identities.createUserQuery().userId("sz1").count()).isEqualTo(1);
    }

    @Test
    void listsProblemsOfADryRun() throws Exception {
        String result = resultOf(upload("people.csv", PERSONS + "sz_1,440300,甲,staff,x,,\n", true));

        assertThat(JsonPath.<String>read(result, "$.state")).isEqualTo("REFUSED");
        assertThat(JsonPath.<Boolean>read(result, "$.dryRun")).isTrue();
        assertThat(JsonPath.<List<String>>read(result, "$.problems[*].column")).containsExactly("user_id", "email");
        assertThat(JsonPath.<List<Integer>>read(result, "$.problems[*].row")).containsExactly(2, 2);
    }

    @Test
    void refusesEveryoneWhoIsNoAdministrator() {
        MockMultipartFile file = new MockMultipartFile("file", "units.csv", "text/csv", new byte[0]);
        identities.setAuthentication("sz1", List.of("U440300STAFF"));
        assertRefused(multipart("/api/imports").file(file), Refusal.Kind.FORBIDDEN);
        assertRefused(get("/api/imports/1"), Refusal.Kind.FORBIDDEN);
        assertRefused(get("/api/imports/template?kind=units"), Refusal.Kind.FORBIDDEN);
        identities.clearAuthentication();
        assertRefused(multipart("/api/imports").file(file), Refusal.Kind.FORBIDDEN);
    }

    @Test
    void refusesTooLargeUploadBeforeReadingIt() {
        MockMultipartFile file = new MockMultipartFile("file", "units.csv", "text/csv", new byte[5_242_881]);

        assertRefused(multipart("/api/imports").file(file), Refusal.Kind.INVALID);
    }

    @Test
    void refusesUnknownImportAndTemplate() {
        assertRefused(get("/api/imports/none"), Refusal.Kind.NOT_FOUND);
        assertRefused(get("/api/imports/template?kind=towns"), Refusal.Kind.INVALID);
    }

    @Test
    void offersTemplates() throws Exception {
        http.perform(get("/camunda/api/cascade/imports/template?kind=persons"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", Matchers.containsString("spreadsheetml.sheet")))
                .andExpect(header().string(
                                "Content-Disposition",
                                Matchers.startsWith(
                                        "attachment; filename=\"import-persons.xlsx\"; filename*=UTF-8''%E4%BA%BA")));
    }

    private String upload(String name, String csv, boolean dryRun) throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", name, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        String location = http.perform(multipart("/api/imports").file(file).param("dryRun", String.valueOf(dryRun)))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.id").isNotEmpty())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(location).contains("/api/imports/");
        return location;
    }

    private String resultOf(String location) {
        return await().pollInSameThread()
                .until(
                        () -> http.perform(get(location))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8),
                        json -> List.of("DONE", "REFUSED", "FAILED").contains(JsonPath.<String>read(json, "$.state")));
    }

    private void assertRefused(RequestBuilder request, Refusal.Kind kind) {
        assertThatThrownBy(() -> http.perform(request))
                .cause()
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
