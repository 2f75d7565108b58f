package org.noticecascade.security.acts;

import java.util.List;
import org.noticecascade.ledger.Act;

/**
 * What a command of the engine is, and what to write down of it.
 *
 * @param act what the ledger calls it
 * @param target what it is done to
 * @param state the rows it changes, read before it and after it
 * @param stateArguments the fields of the command that find these rows
 * @param also what no row shows, such as a reason
 * @param second when a second administrator confirms it, where that is set
 */
record CommandRule(
        Kind kind,
        Act act,
        List<Label> target,
        String state,
        List<List<FieldPath>> stateArguments,
        List<Label> also,
        Second second) {

    /** Whom a command concerns. */
    enum Kind {
        /** Changes nothing. */
        READ,
        /** The engine's own work, never called for a person alone. */
        ENGINE,
        /** People's daily work; an act only if an administrator does it. */
        SHARED,
        /** An act, whoever does it. */
        ACT
    }

    /** When a second administrator confirms a command. */
    enum Second {
        NEVER,
        ALWAYS,
        /** If the group is an administrators', another unit's, or the member is whoever asks. */
        MEMBERSHIP,
        /** If the account is another administrator's: who sets its password can confirm in its name. */
        ACCOUNT
    }

    /** A field under the name it has in the ledger. */
    record Label(String name, FieldPath path) {}

    /** For a command that nobody listed: at least its name. */
    static CommandRule unlisted() {
        Label command = new Label("command", FieldPath.of("class"));
        return new CommandRule(Kind.ACT, Act.ENGINE_COMMAND, List.of(command), "", List.of(), List.of(), Second.NEVER);
    }

    static CommandRule reading() {
        return new CommandRule(Kind.READ, Act.ENGINE_COMMAND, List.of(), "", List.of(), List.of(), Second.NEVER);
    }

    boolean isRecordedFor(boolean administrator) {
        return kind == Kind.ACT || (kind == Kind.SHARED && administrator);
    }
}
