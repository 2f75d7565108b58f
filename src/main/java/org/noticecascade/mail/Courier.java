package org.noticecascade.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one claimed page to the server, mail by mail, and records each outcome before the next one leaves. */
@Component
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final MailDrafts drafts;
    private final Claims claims;
    private final Outcomes outcomes;
    private final MailCircuit circuit;
    private final Limits limits;

    Courier(MailDrafts drafts, Claims claims, Outcomes outcomes, MailCircuit circuit, Limits limits) {
        this.drafts = drafts;
        this.claims = claims;
        this.outcomes = outcomes;
        this.circuit = circuit;
        this.limits = limits;
    }

    /** What is known of time while a page is under way. */
    @Component
    record Limits(MailProperties properties, Clock clock) {
        Instant nextClaimEnd() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(properties.claimTime());
        }
    }

    /** What a page came to; {@code goOn} is false where the next page would fare no better. */
    record Delivery(int sent, boolean goOn) {}

    Delivery deliver(MailPages.Page page, SmtpConnection smtp, BooleanSupplier stopping) {
        Trip trip = new Trip(page, smtp);
        List<Claimed> mails = page.mails();
        for (int i = 0; i < mails.size(); i++) {
            if (stopping.getAsBoolean() || !trip.carry(mails.get(i))) {
                mails.subList(i, mails.size()).forEach(claims::release);
                break;
            }
        }
        return trip.end();
    }

    /** One page under way. */
    private final class Trip {
        private final MailPages.Page page;
        private final SmtpConnection smtp;
        private int sent;
        private int refused;
        private int broken;
        private boolean troubled;

        Trip(MailPages.Page page, SmtpConnection smtp) {
            this.page = page;
            this.smtp = smtp;
        }

        /** False if this mail, where it still is claimed, and the rest of the page are to be put back. */
        boolean carry(Claimed claimed) {
            if (troubled) {
                return false;
            }
            Draft draft = drafts.of(claimed, smtp.session());
            if (draft instanceof Draft.Ready ready) {
                return send(claimed, ready);
            }
            if (draft instanceof Draft.Nothing nothing) {
                outcomes.dropped(claimed, nothing.why());
            } else if (draft instanceof Draft.Unreachable nowhere) {
                outcomes.failed(claimed, nowhere.why());
            } else if (draft instanceof Draft.Broken defect) {
                postpone(claimed, defect.defect());
            }
            return true;
        }

        private boolean send(Claimed claimed, Draft.Ready ready) {
            Claimed renewed = claimed.until(limits.nextClaimEnd());
            if (!claims.renew(claimed, renewed.until())) {
                return true;
            }
            SmtpAnswer answer = smtp.send(ready.message());
            switch (answer.result()) {
                case ACCEPTED -> accepted(renewed);
                case REFUSED_FOR_NOW -> {
                    outcomes.postponed(renewed, answer.error());
                    refused(answer.error());
                }
                case REFUSED_FOR_GOOD -> {
                    outcomes.refusedForGood(renewed, answer.error());
                    refused(answer.error());
                }
                case BROKEN -> {
                    outcomes.postponed(renewed, answer.error());
                    trouble(answer.error());
                }
                case UNREACHABLE -> {
                    claims.release(renewed);
                    trouble(answer.error());
                }
            }
            return true;
        }

        private void accepted(Claimed claimed) {
            outcomes.sent(claimed);
            sent++;
            if (sent == 1 && page.shaky()) {
                circuit.succeeded();
            }
        }

        private void refused(String error) {
            refused++;
            boolean everyone = refused == limits.properties().pageSize();
            if (sent == 0 && (page.probe() || everyone)) {
                trouble("Every mail was refused: " + error);
            }
        }

        private void trouble(String error) {
            troubled = true;
            circuit.failed(error);
        }

        private void postpone(Claimed claimed, RuntimeException defect) {
            if (broken++ == 0) {
                LOG.error(
                        "Mail {} cannot be written; more of this page may follow without a word",
                        claimed.mail().key(),
                        defect);
            }
            outcomes.postponed(claimed, String.valueOf(defect));
        }

        Delivery end() {
            if (page.probe() && sent == 0 && !troubled) {
                circuit.tryNow();
            }
            return new Delivery(sent, sent > 0 || !troubled);
        }
    }
}
