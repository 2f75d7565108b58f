package org.noticecascade.deadline.process;

import org.noticecascade.directory.Units;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.platform.Tables;
import org.noticecascade.platform.Tables.InForce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces a decision table, with its entry in the ledger. */
@Component
public class TableChange {
    private final Tables tables;
    private final Ledger ledger;
    private final Units units;

    TableChange(Tables tables, Ledger ledger, Units units) {
        this.tables = tables;
        this.ledger = ledger;
        this.units = units;
    }

    /**
     * Puts a table in force.
     *
     * @throws org.noticecascade.Refusal if it cannot be used; the old one stays
     */
    @Transactional
    public InForce replace(String key, byte[] file) {
        InForce before = tables.inForce(key);
        InForce after = tables.replace(key, file);
        if (after.version() != before.version()) {
            ledger.onUnit(
                    units.headquarters().code(),
                    Act.TABLE_REPLACED,
                    "%s 第 %d 版".formatted(key, before.version()),
                    "%s 第 %d 版".formatted(key, after.version()));
        }
        return after;
    }
}
