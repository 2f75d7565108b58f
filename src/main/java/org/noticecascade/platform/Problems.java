package org.noticecascade.platform;

import org.camunda.bpm.engine.AuthorizationException;
import org.noticecascade.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refused call with {@code application/problem+json}: Chinese in {@code detail}, English beside it. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(EngineErrors.statusOf(refusal), refusal.chinese(), refusal.english());
    }

    @ExceptionHandler
    ProblemDetail forbidden(AuthorizationException denied) {
        return problem(HttpStatus.FORBIDDEN, "您没有权限进行此操作。", "You are not allowed to do this.");
    }

    @Override
    protected org.springframework.http.@org.jspecify.annotations.Nullable ResponseEntity<Object>
            handleMaxUploadSizeExceededException(
                    MaxUploadSizeExceededException tooLarge,
                    org.springframework.http.HttpHeaders headers,
                    org.springframework.http.HttpStatusCode status,
                    org.springframework.web.context.request.WebRequest request) {
        ProblemDetail problem = problem(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "文件超过允许的大小,未保存。请压缩或拆分后再上传。",
                "The file is larger than allowed; nothing was stored. Compress or split it.");
        return org.springframework.http.ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String chinese, String english) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, chinese);
        problem.setProperty("detailEn", english);
        return problem;
    }
}
