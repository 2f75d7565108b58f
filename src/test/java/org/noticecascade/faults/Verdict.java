package org.noticecascade.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.noticecascade.mail.FakeSmtp.Accepted;

/** What has to hold after every run, whatever went wrong in it. */
final class Verdict {
    private static final List<String> OF_PATROL_AND_MAIL = List.of(
            "REMINDER_", "MAIL_", "ESCALATION_", "EXTENSION_", "JOB_", "INCIDENT]", "UNIT_DOUBLED", "INSTANCE_");

    private final Database database;
    private final Load load;
    private final Collection<Node> nodes;
    private final List<Accepted> taken;
    private final Map<String, Entry> outbox = new HashMap<>();

    private record Entry(String kind, String address, String status) {}

    Verdict(Database database, Load load, Collection<Node> nodes, List<Accepted> taken) {
        this.database = database;
        this.load = load;
        this.nodes = nodes;
        this.taken = taken;
        database.sql().sql("""
                        select o.message_id, o.kind, p.email, o.status from mail_outbox o
                          join person p on p.user_id = o.user_id where o.message_id is not null""").query(row -> {
            outbox.put(row.getString(1), new Entry(row.getString(2), row.getString(3), row.getString(4)));
        });
    }

    /** One digest for each of these addresses and nothing else; nothing lost. */
    Verdict everyoneGotOne(Set<String> digestsTo, Set<String> denied) {
        Set<String> expected = new HashSet<>(digestsTo);
        expected.removeAll(denied);
        Map<String, Set<String>> ids = new HashMap<>();
        of("DIGEST")
                .forEach(mail -> ids.computeIfAbsent(mail.recipient(), none -> new HashSet<>())
                        .add(mail.messageId()));
        assertThat(ids.keySet()).as("who got a digest").isEqualTo(expected);
        assertThat(ids.values()).as("different digests of one person").allMatch(each -> each.size() == 1);
        taken.forEach(mail -> assertThat(mail.recipient())
                .as("recipient of %s", mail.messageId())
                .isEqualTo(outbox.get(mail.messageId()).address()));
        assertThat(ids.values().stream().mapToInt(Set::size).sum())
                .as("mails of any kind: one per person, whatever it speaks of")
                .isEqualTo(
                        (int) taken.stream().map(Accepted::messageId).distinct().count());
        assertThat(database.count("mail_outbox where status in ('WAITING', 'SENDING')"))
                .as("mails left over")
                .isZero();
        assertThat(database.count("mail_outbox where status = 'FAILED'"))
                .as("mails given up")
                .isEqualTo(outbox.values().stream()
                        .filter(entry -> denied.contains(entry.address()))
                        .count());
        return this;
    }

    /** At most so many copies too many; {@link #everyoneGotOne} has seen that copies have the same Message-ID. */
    Verdict doubledAtMost(long allowed) {
        assertThat(doubled()).as("doubled mails").isLessThanOrEqualTo(allowed);
        return this;
    }

    /** Each reminder of these days and each escalation once, with one process of its own; nothing failed. */
    Verdict patrolled(int days) {
        long reminders = 0;
        for (int later = 0; later < days; later++) {
            reminders += load.reminders(later);
        }
        assertThat(database.count("patrol where status = 'DONE'")).as("patrols").isEqualTo(days);
        assertThat(database.count("patrol")).as("patrols").isEqualTo(days);
        assertThat(reminders()).as("reminders").isEqualTo(reminders);
        assertThat(escalations()).as("escalations").isEqualTo(load.escalations());
        assertThat(database.count("(select distinct assignment_id, stage, round from escalation) each"))
                .as("escalated stages")
                .isEqualTo(load.escalations());
        assertThat(database.count("(select distinct e.instance_id from escalation e"
                        + " join act_ru_execution x on x.id_ = e.instance_id) each"))
                .as("escalations with a process of their own")
                .isEqualTo(load.escalations());
        assertThat(running("overdue-escalation")).as("processes of escalations").isEqualTo(load.escalations());
        assertThat(running("deadline-patrol")).as("patrols under way").isZero();
        assertThat(database.count("act_ru_incident")).as("incidents").isZero();
        return this;
    }

    /** The administrator is told once per outage, not once per mail. */
    Verdict toldOfTrouble(int times) {
        assertThat(nodes.stream()
                        .mapToLong(node -> node.said("Mail has stopped after"))
                        .sum())
                .as("notices of trouble with mail")
                .isEqualTo(times);
        assertThat(database.count("act_hi_procinst where proc_def_key_ = 'mail-outage'"))
                .as("incidents about mail, open or over")
                .isEqualTo(times);
        assertThat(running("mail-outage")).as("incidents about mail still open").isZero();
        return this;
    }

    /**
     * The ledger is whole, and the check names nothing that a patrol or a mail can do wrong. It does name the load's
     * units: their rows were written without processes of their own.
     */
    Verdict checked(Node check) {
        assertThat(check.said("The ledger is intact")).as("see %s", check.log()).isOne();
        assertThat(check.said(" differences.")).as("see %s", check.log()).isOne();
        for (String kind : OF_PATROL_AND_MAIL) {
            assertThat(check.said("[" + kind)).as("%s in %s", kind, check.log()).isZero();
        }
        return this;
    }

    long sent() {
        return taken.size();
    }

    long doubled() {
        return taken.size() - times().size();
    }

    long reminders() {
        return database.count("reminder");
    }

    long escalations() {
        return database.count("escalation");
    }

    /** Mails there should be, each once. */
    long expected(Set<String> digestsTo, Set<String> denied) {
        return digestsTo.size() - denied.size();
    }

    private Stream<Accepted> of(String kind) {
        return taken.stream().filter(mail -> {
            assertThat(outbox).as("mail to %s", mail.recipient()).containsKey(mail.messageId());
            return outbox.get(mail.messageId()).kind().equals(kind);
        });
    }

    private Map<String, Long> times() {
        return taken.stream().collect(groupingBy(Accepted::messageId, counting()));
    }

    private long running(String process) {
        return database.count("act_ru_execution x join act_re_procdef d on d.id_ = x.proc_def_id_"
                + " where x.parent_id_ is null and d.key_ = '" + process + "'");
    }
}
