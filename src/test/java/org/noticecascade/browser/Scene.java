package org.noticecascade.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What has happened before the story begins: a notice was issued to Shanghai and all its districts have done their part,
 * except Huangpu, which has not even signed and is late by now, and Xuhui, which has signed.
 */
final class Scene {
    static final String PROVINCE = "310000";
    static final String COUNTY = "310101";

    /** Working days past the due date at which a late receipt becomes the superior's business. */
    private static final int ESCALATED_AFTER = 3;

    private static final String NEIGHBOUR = "310104";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String address;
    private final long notice;

    private Scene(String address, long notice) {
        this.address = address;
        this.notice = notice;
    }

    /** Plays all this by HTTP on a fresh service. */
    static Scene set(String address) {
        Caller staff = new Caller(address, "u000000staff");
        Scene scene = new Scene(address, issue(staff, new Caller(address, "u000000lead")));
        staff.post("/api/demo/notices/%d/play?keep=%s,%s".formatted(scene.notice, COUNTY, NEIGHBOUR), Map.of());
        scene.by("u310104staff").work("userTask_signReceipt", Map.of());
        scene.by("u310101staff").awaitTask("userTask_signReceipt");
        await("the other units").atMost(PATIENCE).until(() -> scene.reported() == scene.districts() - 2);
        scene.forward(scene.workingDaysLeft() + ESCALATED_AFTER);
        return scene;
    }

    /** Headquarters begins one more notice, which is still a draft. */
    void draftAnother() {
        begin(by("u000000staff"));
    }

    private static void begin(Caller staff) {
        JsonNode document = staff.upload("/api/documents", staff.text("/api/demo/notice.txt"));
        staff.post(
                "/engine-rest/process-definition/key/headquarters-notice/start",
                Map.of("variables", Map.of("documentId", Map.of("value", document.get("id"), "type", "Long"))));
    }

    private static long issue(Caller staff, Caller lead) {
        begin(staff);
        String draft = staff.awaitTask("userTask_draftNotice");
        long notice = staff.get("/api/tasks/" + draft).get("noticeId").asLong();
        staff.put("/api/notices/" + notice, Map.of("addresseeCodes", List.of(PROVINCE), "urgency", "NORMAL"));
        staff.complete(draft, Map.of());
        lead.agree("userTask_signNotice");
        return notice;
    }

    /** Moves the demo's clock; the patrol of each working day has then run. */
    void forward(int workingDays) {
        Caller admin = by("admin");
        admin.post("/api/demo/time/forward?workingDays=" + workingDays, Map.of());
        await("the time machine")
                .atMost(PATIENCE)
                .until(() -> !time().at("/trip/running").asBoolean());
    }

    Caller by(String user) {
        return new Caller(address, user);
    }

    String address() {
        return address;
    }

    long notice() {
        return notice;
    }

    LocalDateTime now() {
        return LocalDateTime.parse(time().get("now").asText());
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    /** How far the demo's clock is ahead of the computer's. */
    Duration ahead() {
        return Duration.between(LocalDateTime.now(ZoneId.of("Asia/Shanghai")), now());
    }

    private JsonNode time() {
        return by("admin").get("/api/demo/time");
    }

    private long reported() {
        return counts().path("reported").asLong();
    }

    private long districts() {
        return counts().path("unitsTotal").asLong(-1);
    }

    /** Until Huangpu has to have signed. */
    private int workingDaysLeft() {
        String task = by("u310101staff").awaitTask("userTask_signReceipt");
        return by("u310101staff")
                .get("/api/tasks/" + task)
                .get("workingDaysLeft")
                .asInt();
    }

    private JsonNode counts() {
        return by("u310000supervisor")
                .get("/api/board/notices/%d/top".formatted(notice))
                .at("/below/counts");
    }
}
