package org.noticecascade.platform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * Ends a start with the profile {@code demo} from a jar that has no demo in it, with one line in the log and exit code
 * 1. Without this check the service would start for real, on every address, under the name of the demo.
 *
 * <p>Named in META-INF/spring.factories, because it runs before any bean is made.
 */
class DemoProfileCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(DemoProfileCheck.class);
    private static final List<String> DEMO =
            List.of("org.noticecascade.demo.DemoStart", "com.icegreen.greenmail.util.GreenMail");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        refusal(prepared.getEnvironment(), prepared.getSpringApplication().getClassLoader())
                .ifPresent(refusal -> {
                    LOG.error(refusal);
                    System.exit(1);
                });
    }

    /** What to say where the profile is on and the demo is not on the class path. */
    static Optional<String> refusal(Environment environment, @Nullable ClassLoader loader) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))
                || DEMO.stream().allMatch(name -> ClassUtils.isPresent(name, loader))) {
            return Optional.empty();
        }
        return Optional.of("没有启动：指定了 profile demo，而这个 jar 不含演示（演示账号的密码是公开的，正式程序不带）。"
                + "正式使用请去掉 demo；看演示请改用 target/demo 中的 jar。"
                + " Not started: the profile demo is on, but this jar has no demo, whose accounts share a published password."
                + " Take demo out of the profiles, or start the jar in target/demo.");
    }
}
