package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Which texts the engine reads as an expression. None of the others is looked up, let alone evaluated. */
class AllowedExpressionsTest {
    static final List<String> EVIL = EvilExpressions.ALL;

    private final AllowedExpressions expressions = expressions();

    /** Stands for the beans of that name. */
    public static final class Terms {
        @CalledByModels
        public List<String> ownGroups() {
            return List.of();
        }

        @CalledByModels
        public String getCron() {
            return "R/PT1H";
        }

        @CalledByModels
        public String staff(DelegateExecution execution) {
            return execution.getProcessBusinessKey();
        }

        public String unmarked() {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${agreed}",
                "#{agreed}",
                "${showCard}",
                "${desk.staff(execution)}",
                "${patrolSchedule.cron}",
                "${filterTerms.ownGroups()}",
                "${execution.processBusinessKey}",
                "#{execution.processBusinessKey}",
                "${currentUser()}",
                "${currentUserGroups()}",
                "签收通知",
                "R5/PT1M",
                "$5 {x}",
                ""
            })
    void readsWhatOurModelsAndFiltersWrite(String text) {
        assertThat(expressions.allows(text)).isTrue();
        assertThat(expressions.createExpression(text).getExpressionText()).isEqualTo(text);
    }

    @ParameterizedTest
    @FieldSource("EVIL")
    void refusesEverythingElseInOneLineOfTheLog(String text) {
        try (var log = new SecurityLines()) {
            assertThat(expressions.allows(text)).isFalse();
            assertThatThrownBy(() -> expressions.createExpression(text))
                    .isInstanceOf(ExpressionRefused.class)
                    .hasMessageContaining("不在允许之列");

            assertThat(log.all()).singleElement().asString().startsWith("not-evaluated what=expression text=\"");
            assertThat(log.all().get(0)).doesNotContain("\n");
        }
        assertThat(System.getProperty(EvilExpressions.CANARY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${filterTerms.unmarked()}",
                "${filterTerms.hashCode()}",
                "${foreign.ownGroups()}",
                "${none.ownGroups()}"
            })
    void callsMarkedMethodsOfOursOnly(String text) {
        assertThat(expressions.allows(text)).isFalse();
    }

    @Test
    void takesNoMoreOfTheEnginesFunctions() throws NoSuchMethodException {
        expressions.addFunction("now", Clock.class.getMethod("systemUTC"));

        assertThat(expressions.allows("${now()}")).isFalse();
    }

    @Test
    void knowsNoVariableOrDelegateWhereThereIsNoProcess() {
        for (String text :
                List.of("${agreed}", "${showCard}", "${execution.processBusinessKey}", "${desk.staff(execution)}")) {
            assertThatThrownBy(() -> expressions.createExpression(text).getValue(null))
                    .isInstanceOf(ExpressionRefused.class);
        }
    }

    @Test
    void assignsToNothing() {
        assertThatThrownBy(() -> expressions.createExpression("${agreed}").setValue(true, null))
                .isInstanceOf(ExpressionRefused.class);
    }

    private static AllowedExpressions expressions() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("filterTerms", new Terms());
        beans.addBean("patrolSchedule", new Terms());
        beans.addBean("desk", new Terms());
        beans.addBean("foreign", new Object());
        beans.addBean("identityService", new Object());
        beans.addBean("showCard", (JavaDelegate) execution -> {});
        var properties =
                new SecurityProperties(false, Duration.ZERO, Duration.ofHours(12), 2_097_152, java.util.List.of(), 600);
        var made = new AllowedExpressions(new ModelBeans(beans), new SecurityLog(properties, Clock.systemUTC()));
        try {
            made.addFunction("currentUser", CommandContextFunctions.class.getMethod("currentUser"));
            made.addFunction("currentUserGroups", CommandContextFunctions.class.getMethod("currentUserGroups"));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        return made;
    }
}
