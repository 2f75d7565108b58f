package org.noticecascade;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole service on H2 in memory, with demo persons, HTTP on a free port, the job executor off and the clock at
 * {@link TestTime#START}. All classes so marked share one context; what they reach of the
 * models stands in {@code target/process-coverage.txt}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("process")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@Import({TestTime.class, TestJobs.class, Scenario.class, Http.class, ProcessCoverage.class})
@org.junit.jupiter.api.extension.ExtendWith(BackToStart.class)
public @interface ProcessTest {}
