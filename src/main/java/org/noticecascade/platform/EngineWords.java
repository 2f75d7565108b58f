package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;

/** What the engine's error texts mean to a person. Its REST API tells many of them apart by their words only. */
final class EngineWords {
    private static final Refusal GONE =
            Refusal.notFound("该任务已办结、已撤回或不存在，请刷新任务列表。", "The task is done, withdrawn or unknown. Refresh the list.");
    private static final Refusal MISSING = Refusal.notFound(
            "没有该内容，或者它不属于您的单位或角色。请刷新后重试。", "There is no such thing, or not for you. Refresh and try again.");
    private static final Refusal FOREIGN = Refusal.forbidden(
            "您无权这样处理该任务：它不属于您的单位或角色，或者该操作不对您开放（改时限请用“延期”，换人请用“转办”）。",
            "This is not for you to do: the task belongs to another unit or role, or has another way"
                    + " (more time: 延期, another person: 转办).");
    private static final Refusal HIDDEN =
            Refusal.forbidden("您无权查看或更改该内容：它属于其他单位或角色。", "This belongs to another unit or role.");
    private static final Refusal RACED =
            Refusal.conflict("该任务刚刚被他人办理，请刷新任务列表。", "Somebody else has just worked on this task. Refresh the list.");
    private static final Refusal INCOMPLETE = Refusal.invalid(
            "请求内容不完整，未保存：应为 JSON 对象，其中不能有空的变量。", "Send a JSON object without empty variables; nothing was saved.");
    private static final Refusal CLAIMED =
            Refusal.conflict("该任务已由他人领取，请刷新任务列表。", "Somebody else has claimed this task. Refresh the list.");

    static final Refusal DELEGATED = Refusal.conflict(
            "该任务是他人委托您办理的，不能直接提交；请点“转办”中的“交回委托”，由委托人提交。已保存的内容都在。",
            "The task was delegated to you: give it back (转办) and let its owner submit it. What you saved is kept.");
    private static final Refusal WEAK_PASSWORD = Refusal.invalid(
            "密码不符合要求：至少 10 个字符，含大写字母、小写字母、数字和符号，且不含姓名、用户名或邮箱。请换一个。",
            "The password is too weak: at least 10 characters with upper and lower case letters, digits and symbols, "
                    + "without name, user id or mail address. Choose another.");

    /** The number is the engine's own for a race; some of its answers say nothing else of it. */
    private static final List<String> RACES = List.of("OptimisticLockingException", "ENGINE-03005", "\"code\":1}");

    private static final List<String> DENIALS = List.of(
            "AuthorizationException",
            "does not have one of the following permissions",
            "belongs to no authenticated tenant",
            "part of a running process");
    private static final List<String> NO_TASK = List.of(
            "task is null", "\"task\\\" is null", "No matching task", "No task found", "Cannot get form for task");

    /** The engine's own exceptions, whose words are meant for the caller. */
    private static final List<String> MEANT_FOR_THE_CALLER = List.of(
            "\"type\":\"InvalidRequestException\"",
            "\"type\":\"RestException\"",
            "\"type\":\"BadUserRequestException\"",
            "\"type\":\"ProcessEngineException\"");

    private EngineWords() {}

    /** The answer to a call that names what does not exist, or not for its caller. */
    static Refusal missing(HttpServletRequest request) {
        return isTask(request) ? GONE : MISSING;
    }

    /** Whether two people did the same thing at the same time. */
    static boolean isRace(String body) {
        return holds(body, RACES) || body.contains("TaskAlreadyClaimedException");
    }

    /** Returns {@code null} where the engine's own answer serves. */
    static @Nullable Refusal refusalFor(HttpServletRequest request, int status, String body) {
        boolean aTask = isTask(request);
        if (holds(body, RACES)) {
            return RACED;
        }
        if (body.contains("TaskAlreadyClaimedException")) {
            return CLAIMED;
        }
        if (body.contains("Password does not match policy")) {
            return WEAK_PASSWORD;
        }
        if (holds(body, DENIALS)) {
            boolean serves = !aTask && status < 500 && "GET".equals(request.getMethod());
            return serves ? null : aTask ? FOREIGN : HIDDEN;
        }
        if (isIncomplete(body)) {
            return INCOMPLETE;
        }
        return aTask && holds(body, NO_TASK) ? GONE : null;
    }

    /** Whether the engine stumbled over a {@code null} where the caller should have sent something. */
    private static boolean isIncomplete(String body) {
        return body.contains("\"type\":\"NullPointerException\"") && body.contains("org.camunda.bpm.engine.rest.dto.");
    }

    /** Whether the text was not written for the caller and may hold SQL or names of our classes. */
    static boolean isInternal(int status, String body) {
        return body.contains("### ") || (status >= 500 && !holds(body, MEANT_FOR_THE_CALLER));
    }

    private static boolean isTask(HttpServletRequest request) {
        return request.getRequestURI().contains("/task/");
    }

    private static boolean holds(String body, List<String> words) {
        return words.stream().anyMatch(body::contains);
    }
}
