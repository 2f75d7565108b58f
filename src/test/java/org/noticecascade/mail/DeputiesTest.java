package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.noticecascade.mail.MailTestContext.DAY;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Refusal;
import org.noticecascade.deputy.Deputies;
import org.noticecascade.deputy.Deputy;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(MailTestContext.class)
class DeputiesTest {
    private static final LocalDate LAST = DAY.plusDays(5);

    @Autowired
    Deputies deputies;

    @Autowired
    People people;

    @Autowired
    MailFixture fixture;

    @BeforeEach
    void reset() {
        fixture.reset();
        fixture.persons(4);
    }

    @Test
    void actsOnBothEndsOfTheRangeAndNotBeyond() {
        deputies.name("u0", "u1", DAY, LAST);

        assertThat(actingFor("u0", DAY)).contains("u1");
        assertThat(actingFor("u0", LAST)).contains("u1");
        assertThat(actingFor("u0", LAST.plusDays(1))).isEmpty();
        assertThat(actingFor("u0", DAY.minusDays(1))).isEmpty();
        assertThat(actingFor("u1", DAY)).isEmpty();
        assertThat(deputies.heldBy("u1")).extracting(Deputy::userId).containsExactly("u0");
        assertThat(deputies.of("u0")).containsExactly(new Deputy("u0", "u1", DAY, LAST));
    }

    @Test
    void passesOnWhereTheDeputyIsAwayToo() {
        deputies.name("u0", "u1", DAY, LAST);
        deputies.name("u1", "u2", DAY, DAY);

        assertThat(actingFor("u0", DAY)).contains("u2");
        assertThat(actingFor("u0", LAST)).contains("u1");
    }

    @Test
    void staysWithThePersonWhereDeputiesPointInACircle() {
        deputies.name("u0", "u1", DAY, LAST);
        deputies.name("u1", "u2", DAY, LAST);
        deputies.name("u2", "u1", DAY, LAST);

        assertThat(actingFor("u0", DAY)).isEmpty();
    }

    @Test
    void staysWithThePersonWhereTheDeputyHasLeft() {
        deputies.name("u0", "u1", DAY, LAST);
        fixture.jdbc()
                .sql("update person set active = false where user_id = 'u1'")
                .update();

        assertThat(actingFor("u0", DAY)).isEmpty();
    }

    @Test
    void refusesASecondDeputyForADay() {
        deputies.name("u0", "u1", DAY, LAST);

        assertThatThrownBy(() -> deputies.name("u0", "u2", LAST, LAST.plusDays(9)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(deputies.remove("u0", DAY)).isTrue();
        assertThat(deputies.remove("u0", DAY)).isFalse();
        assertThat(deputies.name("u0", "u2", LAST, LAST)).isNotNull();
    }

    @Test
    void refusesOneselfStrangersAndOtherUnits() {
        fixture.jdbc()
                .sql("insert into person (user_id, unit_code, name) values ('elsewhere', '000000', '演示')")
                .update();

        for (String deputy : new String[] {"u0", "nobody", "elsewhere"}) {
            assertThatThrownBy(() -> deputies.name("u0", deputy, DAY, LAST)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void refusesRangesThatArePastReversedOrTooLong() {
        assertThatThrownBy(() -> deputies.name("u0", "u1", DAY.minusDays(2), DAY.minusDays(1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> deputies.name("u0", "u1", LAST, DAY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> deputies.name("u0", "u1", DAY, DAY.plusDays(367)))
                .isInstanceOf(Refusal.class);
    }

    private Optional<String> actingFor(String user, LocalDate day) {
        return deputies.actingFor(people.find(user).orElseThrow(), day).map(Person::userId);
    }
}
