package org.noticecascade.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The answer to what a filter refused, such as a failed CSRF check, or failed at; says nothing about what was there. */
@Controller
class ErrorAnswers implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Object> answer(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        Optional<Outage> outage = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? Outage.in(failure)
                : Optional.empty();
        HttpStatus answered = outage.map(Outage::status)
                .orElseGet(() -> Objects.requireNonNullElse(status, HttpStatus.INTERNAL_SERVER_ERROR));
        Words words = outage.map(Outage::words).orElseGet(() -> Words.of(answered));
        if (RefusalPage.isWantedBy(request)) {
            return ResponseEntity.status(answered)
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .body(RefusalPage.of(request, words.chinese(), words.english()));
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(answered, words.chinese());
        problem.setProperty("detailEn", words.english());
        return ResponseEntity.status(answered)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
