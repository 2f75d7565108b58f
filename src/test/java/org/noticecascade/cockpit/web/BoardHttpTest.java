package org.noticecascade.cockpit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board as its callers see it. The notice went to 640000 and 310000; 640000 has handed it down. */
@ProcessTest
class BoardHttpTest {
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    private Wire wire;
    private long notice;

    @BeforeEach
    void handDown() {
        wire = new Wire(environment);
        notice = scenario.issueTo(NINGXIA, "310000");
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, YINCHUAN);
    }

    @ParameterizedTest
    @CsvSource({
        "u000000supervisor, 000000, 2",
        "admin,             000000, 2",
        "u640000supervisor, 640000, 5",
        "u640100supervisor, 640100, 6",
        "u310000supervisor, 310000, 0",
        "u640100staff,      640100, 6"
    })
    void beginsAtTheHighestUnitTheCallerWatches(String user, String top, int children) {
        JsonNode head = get(user, "/top").json();
        JsonNode units = get(user, "/units").json();

        assertThat(head.at("/unit/unit/unitCode").asText()).isEqualTo(top);
        assertThat(head.path("path")).hasSize(1);
        assertThat(units.path("total").asInt()).isEqualTo(children);
    }

    @ParameterizedTest
    @CsvSource({
        "u640000supervisor, 310000, 404",
        "u640000supervisor, 000000, 404",
        "u640000supervisor, 640100, 200",
        "u640000supervisor, 999999, 404",
        "u640100supervisor, 640200, 404",
        "u640100supervisor, 640000, 404",
        "u000000supervisor, 640100, 200",
        "u460000supervisor, 640000, 404"
    })
    void showsNoOtherUnitsSubtreeInAnyOfItsAnswers(String user, String parent, int status) {
        for (String what : List.of("/top", "/units", "/units?open=true", "/progress", "/export")) {
            String path = what + (what.contains("?") ? "&" : "?") + "parent=" + parent;
            assertThat(get(user, path).status()).as(path).isEqualTo(status);
        }
    }

    @Test
    void aFilterFindsNobodyOutsideTheCallersSubtree() {
        assertThat(codes(get("u640100supervisor", "/units?text=6402"))).isEmpty();
        assertThat(codes(get("u640000supervisor", "/units?text=6402"))).contains("640200");
        assertThat(codes(get("u640000supervisor", "/units?level=PROVINCE"))).isEmpty();
        assertThat(codes(get("u000000supervisor", "/units?level=PROVINCE"))).containsExactly("310000", NINGXIA);
    }

    @Test
    void saysWhoseTurnItIsAndWhomToCall() {
        JsonNode yinchuan = row("u640000supervisor", YINCHUAN);
        assertThat(yinchuan.path("turn").asText()).isEqualTo("UNIT");
        assertThat(yinchuan.at("/contacts/0/phone").asText()).isEqualTo("000-00000000");
        assertThat(yinchuan.at("/contacts/0/unitCode").asText()).isEqualTo(YINCHUAN);
        assertThat(yinchuan.path("workingDaysLeft").asInt()).isPositive();

        JsonNode ningxia = row("u000000supervisor", NINGXIA);
        assertThat(ningxia.path("turn").asText()).isEqualTo("BELOW");
        assertThat(ningxia.path("contacts")).isEmpty();
        assertThat(ningxia.at("/below/counts/unitsTotal").asInt()).isPositive();
    }

    @Test
    void countsWorkingDaysLateNotDays() {
        jdbc.sql("update assignment set due_date = date '2026-09-30' where notice_id = :notice and unit_code = :unit")
                .param("notice", notice)
                .param("unit", YINCHUAN)
                .update();
        time.moveTo(java.time.LocalDate.of(2026, 10, 9));

        // The holiday of 1 to 7 October lies between: only the 8th and the 9th count.
        assertThat(row("u640000supervisor", YINCHUAN).path("workingDaysLeft").asInt())
                .isEqualTo(-2);
    }

    @Test
    void marksDatesOfAYearWithoutItsArrangement() {
        jdbc.sql("update assignment set due_date = date '2029-03-01' where notice_id = :notice and unit_code = :unit")
                .param("notice", notice)
                .param("unit", YINCHUAN)
                .update();

        assertThat(row("u640000supervisor", YINCHUAN).path("provisional").asBoolean())
                .isTrue();
    }

    @Test
    void tellsWhatIsOpenWithWhomAndWhatTheCallerMayDo() {
        JsonNode detail = detail("u640000supervisor", YINCHUAN).json();

        assertThat(detail.at("/tasks/0/key").asText()).isEqualTo("scheduleSession");
        assertThat(detail.at("/tasks/0/people/0/phone").asText()).isEqualTo("000-00000000");
        assertThat(detail.path("instanceId").asText())
                .isEqualTo(scenario.instance(notice, YINCHUAN).getId());
        assertThat(detail.path("acts")).isNotEmpty();
        assertThat(detail.at("/may/urge").asBoolean()).isTrue();
        assertThat(detail.at("/may/waive").asBoolean()).isTrue();
        assertThat(detail.at("/may/measure").asBoolean()).isFalse();
        JsonNode own = detail("u640100supervisor", YINCHUAN).json();
        assertThat(own.at("/may/urge").asBoolean()).isFalse();
        assertThat(own.at("/may/waive").asBoolean()).isFalse();
        assertThat(detail("u640200supervisor", YINCHUAN).status()).isEqualTo(404);
    }

    @Test
    void opensWhatWasHandedInButNoDraft() {
        scenario.fill(notice, YINCHUAN, Kind.SESSION, Map.of("form", "座谈会", "plannedOn", "2026-03-05"));

        JsonNode session = work("u640000supervisor", YINCHUAN);
        JsonNode plan = work("u000000supervisor", NINGXIA);

        assertThat(session).isEmpty();
        assertThat(plan).singleElement().satisfies(found -> {
            assertThat(found.path("kind").asText()).isEqualTo("PLAN");
            assertThat(found.path("work").path("measures").asText()).isEqualTo("组织学习");
        });
    }

    @Test
    void aConfirmedSessionDoesNotWaitForTheSuperior() {
        scenario.study(notice, "640200", 12);

        assertThat(work("u640000supervisor", "640200")).singleElement().satisfies(found -> {
            assertThat(found.path("kind").asText()).isEqualTo("SESSION");
            assertThat(found.path("statusLabel").asText()).isEqualTo("已确认");
            assertThat(found.path("work").path("participants").asInt()).isEqualTo(12);
        });
    }

    @Test
    void listsRunningNoticesWithCountsOverTheCallersOwnSubtree() {
        JsonNode national = list("u000000supervisor", true);
        JsonNode provincial = list("u640000supervisor", true);

        assertThat(national.path("items"))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.at("/below/counts/unitsTotal").asInt())
                                .isGreaterThan(provincial
                                        .at("/items/0/below/counts/unitsTotal")
                                        .asInt()));
        assertThat(list("u460000supervisor", true).path("total").asInt()).isZero();
        assertThat(list("u000000supervisor", false).path("total").asInt()).isZero();
        assertThat(wire.json("admin", "GET", "/api/board/notices", null).status())
                .isEqualTo(200);
    }

    // ---- the workbook

    @Test
    void exportsExactlyWhatTheFilterShows() throws IOException {
        List<List<String>> all = workbook("u640000supervisor", "/export");
        List<List<String>> filtered = workbook("u640000supervisor", "/export?stage=STUDY");

        assertThat(all.get(2)).startsWith("单位编码 Code", "单位名称 Unit");
        assertThat(all.subList(3, all.size()))
                .extracting(row -> row.get(0))
                .isEqualTo(codes(get("u640000supervisor", "/units?open=true&size=200")));
        assertThat(filtered.subList(3, filtered.size()))
                .extracting(row -> row.get(0))
                .containsExactly(YINCHUAN);
        assertThat(filtered.get(1).get(0)).contains("学习活动");
    }

    @Test
    void keepsNamesThatLookLikeFormulasTexts() throws IOException {
        String evil = "=HYPERLINK(\"http://example.org\",\"x\")";
        jdbc.sql("update unit set name = :name where code = :code")
                .param("name", evil)
                .param("code", YINCHUAN)
                .update();
        try (XSSFWorkbook workbook = open("u640000supervisor", "/export?text=" + YINCHUAN)) {
            Cell name = workbook.getSheetAt(0).getRow(3).getCell(1);
            assertThat(name.getCellType()).isEqualTo(CellType.STRING);
            assertThat(name.getStringCellValue()).isEqualTo(evil);
            assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
        } finally {
            jdbc.sql("update unit set name = '银川市市场监督管理局' where code = :code")
                    .param("code", YINCHUAN)
                    .update();
        }
    }

    @Test
    void namesTheFileAfterTheNoticeWithNothingAFileSystemMinds() throws IOException, InterruptedException {
        jdbc.sql("update notice set document_number = :number where id = :id")
                .param("number", "国市监/..\\示范〔2026〕1号\u202E\"")
                .param("id", notice)
                .update();

        HttpResponse<byte[]> answer = download("u640000supervisor", "/export");
        String disposition = answer.headers().firstValue("Content-Disposition").orElseThrow();

        String name = URLDecoder.decode(disposition.replaceAll(".*filename\\*=UTF-8''", ""), StandardCharsets.UTF_8);
        assertThat(name)
                .startsWith("督办看板-国市监_.._示范〔2026〕1号_")
                .endsWith(".xlsx")
                .doesNotContainPattern("[/\\\\\"\\p{Cf}]");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheetml");
    }

    // ---- steps

    private Reply get(String user, String path) {
        return wire.json(user, "GET", "/api/board/notices/" + notice + path, null);
    }

    private JsonNode list(String user, boolean running) {
        return wire.json(user, "GET", "/api/board/notices?running=" + running, null)
                .json();
    }

    private Reply detail(String user, String unit) {
        long id = scenario.assignment(notice, unit).id();
        return wire.json(user, "GET", "/api/board/assignments/" + id, null);
    }

    private JsonNode work(String user, String unit) {
        long id = scenario.assignment(notice, unit).id();
        return wire.json(user, "GET", "/api/board/assignments/%d/work".formatted(id), null)
                .json();
    }

    private JsonNode row(String user, String unit) {
        return get(user, "/units?text=" + unit).json().at("/items/0");
    }

    private static List<String> codes(Reply reply) {
        List<String> codes = new ArrayList<>();
        reply.json()
                .path("items")
                .forEach(item -> codes.add(item.at("/unit/unitCode").asText()));
        return codes;
    }

    private List<List<String>> workbook(String user, String path) throws IOException {
        try (XSSFWorkbook workbook = open(user, path)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            List<List<String>> rows = new ArrayList<>();
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(cell.toString());
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    private XSSFWorkbook open(String user, String path) throws IOException {
        try {
            return new XSSFWorkbook(
                    new ByteArrayInputStream(download(user, path).body()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> download(String user, String path) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:%s/api/board/notices/%d%s"
                .formatted(environment.getRequiredProperty("local.server.port"), notice, path);
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .headers(wire.basic(user))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
