package org.noticecascade.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Units;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The demo's mailbox: who got what, as it looks. For administrators and staff of headquarters. */
@RestController
@RequestMapping({"/api/demo/mail", "/camunda/api/cascade/demo/mail"})
@Profile("demo")
class DemoMailController {
    /** Mails carry inline styles; the frame they are shown in inherits this policy and runs no script. */
    private static final String OWN_FILES_AND_INLINE_STYLES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'none'; frame-ancestors 'none'";

    private final DemoMailbox mailbox;
    private final Units units;
    private final CurrentUser user;

    DemoMailController(DemoMailbox mailbox, Units units, CurrentUser user) {
        this.mailbox = mailbox;
        this.units = units;
        this.user = user;
    }

    @GetMapping("/messages")
    List<DemoMailbox.Line> messages() {
        requireDemoStaff();
        return mailbox.lines();
    }

    @GetMapping("/message")
    DemoMailbox.Opened message(@RequestParam String id) {
        requireDemoStaff();
        return mailbox.open(id);
    }

    @GetMapping(path = {"", "/"})
    ResponseEntity<String> page() throws IOException {
        return file("mailbox.html", MediaType.TEXT_HTML);
    }

    @GetMapping("/mailbox.js")
    ResponseEntity<String> script() throws IOException {
        return file("mailbox.js", MediaType.valueOf("text/javascript"));
    }

    @GetMapping("/mailbox.css")
    ResponseEntity<String> styles() throws IOException {
        return file("mailbox.css", MediaType.valueOf("text/css"));
    }

    private ResponseEntity<String> file(String name, MediaType type) throws IOException {
        requireDemoStaff();
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", OWN_FILES_AND_INLINE_STYLES)
                .body(new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8));
    }

    private void requireDemoStaff() {
        boolean staff =
                user.groups().contains(Role.STAFF.groupOf(units.headquarters().code()));
        if (!staff && !user.isAdministrator()) {
            throw Refusal.forbidden(
                    "演示邮箱只供总局经办人和管理员使用。", "The demo mailbox is for staff of headquarters and administrators.");
        }
    }
}
