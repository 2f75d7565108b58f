package org.noticecascade.ledger;

import org.springframework.context.annotation.Import;

/** What {@code --verify-ledger} needs, for a program that reads the ledger and does nothing else. */
@Import({Chain.class, Outside.class, LedgerCheck.class, CommandLineLedgerCheck.class})
public class LedgerCheckAlone {}
