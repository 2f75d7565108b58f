package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The page that creates the first administrator; here there is one, so what stands behind it is called by itself. */
@ProcessTest
class SetupErrorsTest {
    @Autowired
    private FilterRegistrationBean<EngineErrors> setupErrorAnswers;

    @Autowired
    private IdentityService identities;

    @Test
    void refusesAWeakPasswordAndNamesTheRule() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        setupErrorAnswers
                .getFilter()
                .doFilter(
                        new MockHttpServletRequest("POST", "/camunda/api/admin/setup/default/user/create"),
                        response,
                        new MockFilterChain(new HttpServlet() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void service(ServletRequest in, ServletResponse out) throws IOException {
                                createsWith("Password1!", (HttpServletResponse) out);
                            }
                        }));

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("不易被猜到")
                .contains("hard to guess");
        assertThat(setupErrorAnswers.getUrlPatterns()).containsExactly("/camunda/api/admin/setup/*");
    }

    /** As the engine's own resource does, whose mapper answers every failure with 500. */
    private void createsWith(String password, HttpServletResponse response) throws IOException {
        User user = identities.newUser("firstadmin");
        user.setPassword(password);
        try {
            identities.saveUser(user);
        } catch (ProcessEngineException failed) {
            response.setStatus(500);
            response.getWriter()
                    .write("{\"type\":\"ProcessEngineException\",\"message\":\"" + failed.getMessage() + "\"}");
        }
    }
}
