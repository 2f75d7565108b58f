package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.mock.env.MockEnvironment;

/** The profile demo is refused by a jar without the demo, and only by that. */
class DemoProfileCheckTest {
    private static final ClassLoader ALL = DemoProfileCheckTest.class.getClassLoader();

    @Test
    void refusesTheProfileWithoutTheDemosClasses() {
        assertThat(DemoProfileCheck.refusal(
                        profiles("postgres", "demo"), new FilteredClassLoader("org.noticecascade.demo")))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("没有启动", "Not started", "Take demo out of the profiles")
                        .doesNotContain("\n"));
    }

    @Test
    void refusesTheProfileWithoutTheDemosMailServer() {
        assertThat(DemoProfileCheck.refusal(profiles("demo"), new FilteredClassLoader("com.icegreen")))
                .isPresent();
    }

    @Test
    void startsTheDemoWhereItIs() {
        assertThat(DemoProfileCheck.refusal(profiles("demo"), ALL)).isEmpty();
    }

    @Test
    void startsTheServiceWithoutTheDemo() {
        assertThat(DemoProfileCheck.refusal(
                        profiles("postgres"), new FilteredClassLoader("org.noticecascade.demo", "com.icegreen")))
                .isEmpty();
    }

    private static MockEnvironment profiles(String... active) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(active);
        return environment;
    }
}
