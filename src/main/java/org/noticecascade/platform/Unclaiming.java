package org.noticecascade.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lets people give back (退回领取) the task they have claimed.
 *
 * <p>The engine asks for the permission to assign, which would also let staff move their own due date; TASK_WORK lets
 * them claim but never give back. So its refusal, which names the person it has authenticated, is overruled for the
 * task's own assignee.
 */
@Component
class Unclaiming {
    private static final Pattern PATH = Pattern.compile(".*/task/([^/]+)/unclaim/?");

    private final TaskService tasks;
    private final AsSystem asSystem;
    private final ObjectMapper json;

    Unclaiming(@Lazy TaskService tasks, AsSystem asSystem, ObjectMapper json) {
        this.tasks = tasks;
        this.asSystem = asSystem;
        this.json = json;
    }

    /** Gives the task back if that is what was refused, and to its assignee; answers whether it did. */
    boolean allows(HttpServletRequest request, int status, String body) {
        Matcher path = PATH.matcher(request.getRequestURI());
        if (status != 403 || !"POST".equals(request.getMethod()) || !path.matches()) {
            return false;
        }
        String refused = refusedUser(body);
        return asSystem.call(() -> {
            Task task = tasks.createTaskQuery().taskId(path.group(1)).singleResult();
            boolean own = task != null && !refused.isEmpty() && refused.equals(task.getAssignee());
            if (own && task.getDelegationState() == DelegationState.PENDING) {
                EngineErrors.remember(EngineWords.DELEGATED);
                return false;
            }
            if (own) {
                tasks.setAssignee(task.getId(), null);
            }
            return own;
        });
    }

    private String refusedUser(String body) {
        try {
            JsonNode answer = json.readTree(body);
            return "AuthorizationException".equals(answer.path("type").asText())
                    ? answer.path("userId").asText("")
                    : "";
        } catch (JsonProcessingException notTheEngines) {
            return "";
        }
    }
}
