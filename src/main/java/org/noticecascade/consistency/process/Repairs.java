package org.noticecascade.consistency.process;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.noticecascade.Refusal;
import org.noticecascade.consistency.Consistency;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.consistency.Mender;
import org.noticecascade.platform.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repairs differences one by one, each in a transaction of its own: locks the unit's row, as the ordinary work does,
 * reads the difference anew, repairs it and writes it to the ledger. Repeating it does nothing.
 */
@Component
public class Repairs {
    private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);

    private final Consistency consistency;
    private final Map<Kind, Mender> menders = new EnumMap<>(Kind.class);
    private final RepairRecord record;
    private final TransactionTemplate transaction;
    private final AsSystem asSystem;

    Repairs(
            Consistency consistency,
            List<Mender> menders,
            RepairRecord record,
            TransactionTemplate transaction,
            AsSystem asSystem) {
        this.consistency = consistency;
        menders.forEach(mender -> mender.kinds().forEach(kind -> this.menders.put(kind, mender)));
        this.record = record;
        this.transaction = transaction;
        this.asSystem = asSystem;
    }

    /** What became of one difference; the texts say what is left to do where it was not repaired. */
    public record Repair(Difference difference, Outcome outcome, String chinese, String english) {}

    /** What came of a repair. */
    public enum Outcome {
        REPAIRED,
        /** It was gone before. */
        GONE,
        /** A person has to act. */
        BY_HAND,
        FAILED
    }

    /** Tries all of them; one that fails does not keep the others from being repaired. */
    public List<Repair> repair(List<Difference> differences) {
        List<Repair> repairs = new ArrayList<>();
        differences.forEach(difference -> repairs.add(repair(difference)));
        return repairs;
    }

    private Repair repair(Difference difference) {
        Mender mender = menders.get(difference.kind());
        if (mender == null) {
            return new Repair(difference, Outcome.BY_HAND, "请按说明人工处理", "act as described");
        }
        try {
            boolean done = Boolean.TRUE.equals(transaction.execute(status -> mend(difference, mender)));
            return done
                    ? new Repair(difference, Outcome.REPAIRED, "已修复", "repaired")
                    : new Repair(difference, Outcome.GONE, "差异已不存在", "it was gone");
        } catch (Refusal refusal) {
            return new Repair(difference, Outcome.BY_HAND, refusal.chinese(), refusal.english());
        } catch (RuntimeException e) {
            LOG.warn("{} could not be repaired", difference, e);
            return new Repair(difference, Outcome.FAILED, "修复失败，请看服务日志", "the repair failed, see the log");
        }
    }

    private boolean mend(Difference difference, Mender mender) {
        record.lock(difference);
        Optional<Difference> now = consistency.again(difference);
        now.ifPresent(still -> {
            record.write(still);
            asSystem.run(() -> mender.mend(still));
        });
        return now.isPresent();
    }
}
