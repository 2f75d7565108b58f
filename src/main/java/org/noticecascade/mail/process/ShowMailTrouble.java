package org.noticecascade.mail.process;

import org.noticecascade.mail.MailRecovered;
import org.noticecascade.mail.MailTrouble;
import org.noticecascade.mail.OutboxLooked;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows in Cockpit that mail has stopped or leaves again; also where the node that knew was killed before it said so. */
@Component
class ShowMailTrouble {
    private final MailOutages outages;

    ShowMailTrouble(MailOutages outages) {
        this.outages = outages;
    }

    @EventListener(MailTrouble.class)
    void onTrouble() {
        outages.bringInLine();
    }

    @EventListener(MailRecovered.class)
    void onRecovery() {
        outages.bringInLine();
    }

    /** Every few seconds, so it asks before it locks. */
    @EventListener(OutboxLooked.class)
    void onLook() {
        if (outages.differ()) {
            outages.bringInLine();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void atStart() {
        outages.bringInLine();
    }
}
