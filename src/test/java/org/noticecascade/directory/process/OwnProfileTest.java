package org.noticecascade.directory.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Name and mail address of a person are the directory's; nobody sets them in the engine, oneself neither. */
@ProcessTest
class OwnProfileTest {
    private static final String STAFF = "u640000staff";
    private static final String PROFILE = "/camunda/api/engine/engine/default/user/%s/profile";

    @Autowired
    private Environment environment;

    @Autowired
    private IdentityService identity;

    @Test
    void aPersonsProfileIsRefusedToThemselvesAndToAdministrators() {
        User before = user(STAFF);
        for (String caller : new String[] {STAFF, "admin"}) {
            for (Map.Entry<String, String> field : Map.of(
                            "firstName", "总局局长", "lastName", "国家局", "email", "else@example.org")
                    .entrySet()) {
                Reply reply = put(caller, STAFF, before, field.getKey(), field.getValue());

                assertThat(reply.status())
                        .as("%s %s: %s", caller, field, reply.text())
                        .isEqualTo(caller.equals(STAFF) ? 404 : 403);
                assertThat(reply.text()).contains(caller.equals(STAFF) ? "没有这个地址" : "以单位人员名录为准");
            }
        }
        User after = user(STAFF);
        assertThat(after.getFirstName()).isEqualTo(before.getFirstName());
        assertThat(after.getLastName()).isEqualTo(before.getLastName());
        assertThat(after.getEmail()).isEqualTo(before.getEmail());
    }

    @Test
    void sayingTheSameIsNoChange() {
        assertThat(put("admin", STAFF, user(STAFF), "firstName", user(STAFF).getFirstName())
                        .status())
                .isEqualTo(204);
    }

    /** Not a person of the directory's: the name is nobody else's business. */
    @Test
    void anAdministratorHasAProfileOfTheirOwn() {
        User before = user("admin");

        assertThat(put("admin", "admin", before, "firstName", "管理").status()).isEqualTo(204);

        assertThat(user("admin").getFirstName()).isEqualTo("管理");
        assertThat(put("admin", "admin", user("admin"), "firstName", before.getFirstName())
                        .status())
                .isEqualTo(204);
    }

    private Reply put(String caller, String id, User now, String field, String value) {
        Map<String, String> profile = new java.util.LinkedHashMap<>();
        profile.put("id", id);
        profile.put("firstName", now.getFirstName());
        profile.put("lastName", now.getLastName());
        profile.put("email", now.getEmail());
        profile.put(field, value);
        StringBuilder body = new StringBuilder("{");
        profile.forEach((name, text) -> body.append(body.length() > 1 ? "," : "")
                .append(text == null ? "\"%s\":null".formatted(name) : "\"%s\":\"%s\"".formatted(name, text)));
        return WebSession.signIn(new Wire(environment), caller)
                .json("PUT", PROFILE.formatted(id), body.append('}').toString());
    }

    private User user(String id) {
        return identity.createUserQuery().userId(id).singleResult();
    }
}
