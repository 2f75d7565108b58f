package org.noticecascade.demo;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Notices;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The demo's console: play the other units of a notice. For administrators and staff of headquarters. */
@Tag(name = "演示", description = "Demo")
@RestController
@RequestMapping({"/api/demo", "/camunda/api/cascade/demo"})
@Profile("demo")
class DemoController {
    private static final String OWN_FILES_ONLY = "default-src 'self'; frame-ancestors 'none'";

    private final DemoPlayer player;
    private final DemoNotice demoNotice;
    private final Notices notices;
    private final Units units;
    private final DemoStaff staff;

    DemoController(DemoPlayer player, DemoNotice demoNotice, Notices notices, Units units, DemoStaff staff) {
        this.player = player;
        this.demoNotice = demoNotice;
        this.notices = notices;
        this.units = units;
        this.staff = staff;
    }

    /** Starts to play every unit of the notice except the kept ones. */
    @Operation(summary = "演示：代其他单位办理 · Play the other units")
    @PostMapping("/notices/{id}/play")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DemoPlayer.Play play(@PathVariable long id, @RequestParam(defaultValue = "") Set<String> keep) {
        staff.require("演示控制台", "The demo console");
        notices.get(id);
        keep.forEach(units::get);
        return player.start(id, keep);
    }

    @Operation(summary = "演示：停止代办 · Stop playing")
    @DeleteMapping("/notices/{id}/play")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable long id) {
        staff.require("演示控制台", "The demo console");
        player.stop(id);
    }

    @Operation(summary = "演示：正在代办的通知 · Notices being played")
    @GetMapping("/plays")
    List<DemoPlayer.Play> plays() {
        staff.require("演示控制台", "The demo console");
        return player.all();
    }

    @Operation(summary = "演示：下载演示通知 · The demo's notice, dated from today")
    @GetMapping("/notice.txt")
    ResponseEntity<byte[]> notice() throws IOException {
        staff.require("演示控制台", "The demo console");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"demo-notice.txt\"")
                .body(demoNotice.writtenToday().getBytes(StandardCharsets.UTF_8));
    }

    @Hidden
    @GetMapping(path = {"", "/"})
    String console(HttpServletResponse response) throws IOException {
        return file("console.html", MediaType.TEXT_HTML, response);
    }

    @Hidden
    @GetMapping({"/console.js", "/call.js", "/time.js"})
    String script(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        return file(path.substring(path.lastIndexOf('/') + 1), MediaType.valueOf("text/javascript"), response);
    }

    @Hidden
    @GetMapping("/console.css")
    String styles(HttpServletResponse response) throws IOException {
        return file("console.css", MediaType.valueOf("text/css"), response);
    }

    private String file(String name, MediaType type, HttpServletResponse response) throws IOException {
        staff.require("演示控制台", "The demo console");
        return DemoFiles.send(name, type, OWN_FILES_ONLY, response);
    }
}
