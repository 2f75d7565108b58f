package org.noticecascade.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.context.event.EventListener;

/** What was published. */
class Troubles {
    final List<MailTrouble> opened = Collections.synchronizedList(new ArrayList<>());
    final List<MailRecovered> closed = Collections.synchronizedList(new ArrayList<>());

    @EventListener
    void on(MailTrouble trouble) {
        opened.add(trouble);
    }

    @EventListener
    void on(MailRecovered recovered) {
        closed.add(recovered);
    }
}
