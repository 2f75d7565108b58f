package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noticecascade.platform.start.NotStarted;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Profile {@code postgres} names what it needs from its surroundings before anything tries to connect. */
@Configuration(proxyBeanMethods = false)
@Profile("postgres")
public class PostgresSettings {
    private static final Map<String, String> NEEDED = new LinkedHashMap<>(Map.of(
            "spring.datasource.url", "CASCADE_DB_URL",
            "spring.datasource.username", "CASCADE_DB_USER",
            "spring.datasource.password", "CASCADE_DB_PASSWORD"));
    private static final int BESIDES_JOBS = 6;

    @Bean
    static BeanFactoryPostProcessor postgresSettingsCheck(Environment environment) {
        return beans -> check(environment);
    }

    /** @throws NotStarted naming everything that is missing or does not fit */
    static void check(Environment environment) {
        List<String> missing = new ArrayList<>();
        NEEDED.forEach((property, variable) -> {
            if (!StringUtils.hasText(environment.getProperty(property))) {
                missing.add(variable);
            }
        });
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.stream().sorted().toList());
            throw NotStarted.because(
                    "profile postgres 缺少环境变量：%s。请设置后重新启动。".formatted(names),
                    "profile postgres needs the environment variables %s. Set them and start again.".formatted(names));
        }
        String url = environment.getRequiredProperty("spring.datasource.url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw NotStarted.because(
                    "CASCADE_DB_URL 应为 jdbc:postgresql://主机:5432/库名。",
                    "CASCADE_DB_URL should be jdbc:postgresql://host:5432/database but begins otherwise.");
        }
        checkPool(environment);
    }

    private static void checkPool(Environment environment) {
        int pool = environment.getProperty("spring.datasource.hikari.maximum-pool-size", Integer.class, 10);
        int jobs = environment.getProperty("camunda.bpm.job-execution.max-pool-size", Integer.class, 10);
        boolean works = environment.getProperty("camunda.bpm.job-execution.enabled", Boolean.class, true);
        if (works && pool < jobs + BESIDES_JOBS) {
            int least = jobs + BESIDES_JOBS;
            throw NotStarted.because(
                    "连接池 CASCADE_DB_POOL=%d 太小：作业线程 %d 个，至少需要 %d。".formatted(pool, jobs, least),
                    "the pool CASCADE_DB_POOL=%d is too small for %d job threads: at least %d."
                            .formatted(pool, jobs, least));
        }
    }
}
