package org.noticecascade;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Each test begins at {@link TestTime#START} with the job executor off and nobody signed in, and ends without notices. */
class BackToStart implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        context.getBean(TestJobs.class).stop();
        context.getBean(TestTime.class).backToStart();
        context.getBean(Scenario.class).signOut();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        context.getBean(TestJobs.class).stop();
        context.getBean(Scenario.class).removeAllNotices();
        context.getBean(TestTime.class).reset();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        SpringExtension.getApplicationContext(test)
                .getBean(ProcessCoverage.class)
                .write();
    }
}
