package org.noticecascade.consistency.process;

import org.noticecascade.consistency.Difference;
import org.noticecascade.directory.Units;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lock a repair takes and the line it leaves in the ledger. */
@Repository
class RepairRecord {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Units units;

    RepairRecord(JdbcClient jdbc, Ledger ledger, Units units) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.units = units;
    }

    /** The unit's row, as the join takes it; what is about no unit waits for other repairs only. */
    void lock(Difference difference) {
        if (difference.assignmentId() == null) {
            units.lockHeadquarters();
        } else {
            jdbc.sql("select id from assignment where id = :id for update")
                    .param("id", difference.assignmentId())
                    .query(Long.class)
                    .list();
        }
    }

    void write(Difference difference) {
        String what = difference.chinese();
        Long notice = difference.noticeId();
        Long assignment = difference.assignmentId();
        String unit = difference.unitCode();
        if (notice != null && assignment != null && unit != null) {
            ledger.onAssignment(notice, assignment, unit, Act.REPAIRED, difference.found(), what);
        } else if (notice != null) {
            ledger.onNotice(notice, Act.REPAIRED, difference.found(), what);
        } else {
            ledger.onUnit(units.headquarters().code(), Act.REPAIRED, difference.found(), what);
        }
    }
}
