package org.noticecascade.platform;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What a refused call says where no rule of a feature refused it: Chinese and English. */
record Words(String chinese, String english) {

    static Words of(Exception refused, HttpStatus status) {
        if (refused instanceof MissingServletRequestParameterException missing) {
            return new Words(
                    "缺少参数“%s”。".formatted(missing.getParameterName()),
                    "Parameter '%s' is missing.".formatted(missing.getParameterName()));
        }
        if (refused instanceof MissingServletRequestPartException missing) {
            return new Words(
                    "没有收到文件（字段“%s”），请选择文件后再上传。".formatted(missing.getRequestPartName()),
                    "Part '%s' is missing; choose a file.".formatted(missing.getRequestPartName()));
        }
        if (refused instanceof TypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (refused instanceof HttpMessageNotReadableException) {
            return new Words(
                    "请求内容无法读取，未保存：应为 JSON，字段名、日期（如 2026-11-24）和选项须符合接口说明。",
                    "The body cannot be read; nothing was saved. Send JSON with the documented fields, dates and values.");
        }
        if (isNameTooLong(refused)) {
            return new Words(
                    "文件名过长，未保存。请把文件名缩短到 255 个字以内后再上传。",
                    "The file's name is too long; nothing was stored. Shorten it to 255 characters.");
        }
        if (refused instanceof MaxUploadSizeExceededException) {
            return new Words(
                    "文件超过允许的大小，未保存。请压缩或拆分后再上传。",
                    "The file is larger than allowed; nothing was stored. Compress or split it.");
        }
        return of(status);
    }

    /** The name is what makes the header of a file long; the container has no type for it, only these words. */
    static boolean isNameTooLong(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Header section has more than")) {
                return true;
            }
        }
        return false;
    }

    private static Words mismatch(TypeMismatchException mismatch) {
        String name = String.valueOf(mismatch.getPropertyName());
        Class<?> type = mismatch.getRequiredType();
        if (type != null && type.isEnum()) {
            String values = Arrays.stream(type.getEnumConstants())
                    .map(value -> ((Enum<?>) value).name())
                    .collect(Collectors.joining(", "));
            return new Words(
                    "“%s”的值不在可选范围内，可用：%s。".formatted(name, values), "'%s' takes one of %s.".formatted(name, values));
        }
        return new Words(
                "“%s”的值格式不对：编号和页码为整数，日期如 2026-11-24。".formatted(name),
                "'%s' has a wrong value: ids and pages are whole numbers, dates look like 2026-11-24.".formatted(name));
    }

    static Words of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> new Words("请先登录。", "Sign in first.");
            case FORBIDDEN ->
                new Words(
                        "您没有权限进行此操作；如果页面已打开很久，请刷新后重新登录。",
                        "You are not allowed to do this; if the page was open for long, reload it and sign in again.");
            case NOT_FOUND -> new Words("没有这个地址，请核对网址。", "There is nothing at this address.");
            case METHOD_NOT_ALLOWED -> new Words("此地址不支持该操作。", "This address does not support the method.");
            case NOT_ACCEPTABLE -> new Words("只能以 JSON 格式回答。", "Answers come as JSON only.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new Words(
                        "不支持该内容格式，请用 JSON（上传文件用 multipart/form-data）。",
                        "Send JSON, or multipart/form-data to upload a file.");
            case PAYLOAD_TOO_LARGE -> new Words("内容超过允许的大小，未保存。", "Larger than allowed; nothing was saved.");
            default ->
                status.is4xxClientError()
                        ? new Words("请求有误，未保存。", "The request is wrong; nothing was saved.")
                        : new Words("系统暂时无法处理，请稍后重试。", "The service cannot answer now; try again later.");
        };
    }
}
