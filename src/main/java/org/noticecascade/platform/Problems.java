package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refused call with {@code application/problem+json}: Chinese in {@code detail}, English beside it. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(EngineErrors.statusOf(refusal), new Words(refusal.chinese(), refusal.english()));
    }

    @ExceptionHandler
    ProblemDetail forbidden(AuthorizationException denied) {
        return problem(HttpStatus.FORBIDDEN, Words.of(HttpStatus.FORBIDDEN));
    }

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class})
    ProblemDetail raced() {
        return problem(
                HttpStatus.CONFLICT,
                new Words("该内容刚刚被他人更改，本次未保存。请刷新后重试。", "Somebody else has just changed this; refresh and try again."));
    }

    /** The engine tells a task or instance of another tenant by its words only. */
    @ExceptionHandler
    ProblemDetail engineRefused(ProcessEngineException failure, HttpServletRequest request) {
        return String.valueOf(failure.getMessage()).contains("belongs to no authenticated tenant")
                ? problem(HttpStatus.FORBIDDEN, Words.of(HttpStatus.FORBIDDEN))
                : unexpected(failure, request);
    }

    @ExceptionHandler
    ProblemDetail noUpload(MultipartException unreadable, HttpServletRequest request) {
        if (Outage.in(unreadable).isPresent()) {
            return unexpected(unreadable, request);
        }
        return problem(
                HttpStatus.BAD_REQUEST,
                new Words("请以表单方式上传文件（multipart/form-data）。", "Upload the file as multipart/form-data."));
    }

    /** Spring takes any failure that speaks of "large" for the caller's; a disk's quota says so, too. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest servlet && Outage.in(refused).isPresent()) {
            ProblemDetail problem = unexpected(refused, servlet.getRequest());
            return ResponseEntity.of(problem).build();
        }
        HttpStatusCode answered = Words.isNameTooLong(refused) ? HttpStatus.UNPROCESSABLE_ENTITY : status;
        return super.handleMaxUploadSizeExceededException(refused, headers, answered, request);
    }

    /** What nobody foresaw, and what the machine lacks. */
    @ExceptionHandler
    ProblemDetail unexpected(Exception failure, HttpServletRequest request) {
        Unexpected logged = Unexpected.logged(request, String.valueOf(failure.getMessage()), failure);
        ProblemDetail problem = Outage.in(failure)
                .map(outage -> problem(outage.status(), outage.words()))
                .orElseGet(
                        () -> problem(HttpStatus.INTERNAL_SERVER_ERROR, new Words(logged.chinese(), logged.english())));
        problem.setProperty("reference", logged.reference());
        return problem;
    }

    /** Gives what Spring MVC refuses by itself our words; its own are English and name our classes. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus answered = Objects.requireNonNullElse(HttpStatus.resolve(status.value()), HttpStatus.BAD_REQUEST);
        return super.handleExceptionInternal(
                refused, problem(answered, Words.of(refused, answered)), headers, status, request);
    }

    private static ProblemDetail problem(HttpStatus status, Words words) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words.chinese());
        problem.setProperty("detailEn", words.english());
        return problem;
    }
}
