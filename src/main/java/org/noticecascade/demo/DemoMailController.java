package org.noticecascade.demo;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The demo's mailbox: who got what, as it looks. For administrators and staff of headquarters. */
@RestController
@Tag(name = "演示", description = "The demo")
@RequestMapping({"/api/demo/mail", "/camunda/api/cascade/demo/mail"})
@Profile("demo")
class DemoMailController {
    /** Mails carry inline styles; the frame they are shown in inherits this policy and runs no script. */
    private static final String OWN_FILES_AND_INLINE_STYLES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'none'; frame-ancestors 'none'";

    private final DemoMailbox mailbox;
    private final DemoStaff staff;

    DemoMailController(DemoMailbox mailbox, DemoStaff staff) {
        this.mailbox = mailbox;
        this.staff = staff;
    }

    @Operation(summary = "列出演示邮件", description = "Mails of the demo")
    @GetMapping("/messages")
    List<DemoMailbox.Line> messages() {
        staff.require("演示邮箱", "The demo mailbox");
        return mailbox.lines();
    }

    @Operation(summary = "查看一封演示邮件", description = "One mail of the demo")
    @GetMapping("/message")
    DemoMailbox.Opened message(@RequestParam String id) {
        staff.require("演示邮箱", "The demo mailbox");
        return mailbox.open(id);
    }

    @Hidden
    @GetMapping(path = {"", "/"})
    String page(HttpServletResponse response) throws IOException {
        return file("mailbox.html", MediaType.TEXT_HTML, response);
    }

    @Hidden
    @GetMapping("/mailbox.js")
    String script(HttpServletResponse response) throws IOException {
        return file("mailbox.js", MediaType.valueOf("text/javascript"), response);
    }

    @Hidden
    @GetMapping("/mailbox.css")
    String styles(HttpServletResponse response) throws IOException {
        return file("mailbox.css", MediaType.valueOf("text/css"), response);
    }

    private String file(String name, MediaType type, HttpServletResponse response) throws IOException {
        staff.require("演示邮箱", "The demo mailbox");
        return DemoFiles.send(name, type, OWN_FILES_AND_INLINE_STYLES, response);
    }
}
