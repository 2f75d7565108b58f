package org.noticecascade.security.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.platform.SecurityLog;
import org.noticecascade.security.CodeRefused;
import org.noticecascade.security.PassedSecondFactor;
import org.noticecascade.security.SecondFactors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The page that asks for the second factor, and its calls. For browsers only: HTTP basic has no session to open. */
@RestController
@Hidden
@RequestMapping("/camunda/api/cascade/second-factor")
class SecondFactorController {
    private static final String OWN_FILES_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    private final SecondFactors factors;
    private final PassedSecondFactor passed;
    private final CurrentUser user;
    private final SecurityLog log;

    SecondFactorController(SecondFactors factors, PassedSecondFactor passed, CurrentUser user, SecurityLog log) {
        this.factors = factors;
        this.passed = passed;
        this.user = user;
        this.log = log;
    }

    /**
     * How far this session is.
     *
     * @param required whether a code is asked of this person
     * @param setUp whether the person has an authenticator already
     * @param missing whether the session still waits for a code
     */
    record State(String user, boolean required, boolean setUp, boolean missing) {}

    /** The six digits. */
    record Code(@NotNull @Size(min = 1, max = 20) String code) {}

    @GetMapping("/state")
    State state(HttpServletRequest request) {
        return new State(user.id(), passed.isRequired(request), factors.isSetUp(user.id()), passed.isMissing(request));
    }

    @PostMapping("/enrol")
    SecondFactors.Enrolment enrol(HttpServletRequest request, HttpServletResponse response) {
        requireMissing(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return factors.enrol(user.id());
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody @Valid Code code, HttpServletRequest request, HttpServletResponse response) {
        requireMissing(request);
        try {
            factors.confirm(user.id(), request.getRemoteAddr(), code.code());
        } catch (CodeRefused refused) {
            log.signInFailed(user.id(), refused.reason());
            if (!refused.pause().isZero()) {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, String.valueOf(refused.pause().toSeconds() + 1));
            }
            throw refused;
        }
        passed.pass(request, user.id());
    }

    @GetMapping({"", "/"})
    String page(HttpServletResponse response) throws IOException {
        return file("page.html", MediaType.TEXT_HTML, response);
    }

    @GetMapping("/page.js")
    String script(HttpServletResponse response) throws IOException {
        return file("page.js", MediaType.valueOf("text/javascript"), response);
    }

    @GetMapping("/page.css")
    String styles(HttpServletResponse response) throws IOException {
        return file("page.css", MediaType.valueOf("text/css"), response);
    }

    private void requireMissing(HttpServletRequest request) {
        if (!passed.isMissing(request)) {
            throw Refusal.conflict("本次登录不需要动态验证码，未作更改。", "This session waits for no code; nothing was changed.");
        }
    }

    /** On the response itself: the web applications' own policy is there already. */
    private static String file(String name, MediaType type, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", OWN_FILES_ONLY);
        response.setContentType(new MediaType(type, StandardCharsets.UTF_8).toString());
        return new ClassPathResource("second-factor/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
