package org.noticecascade.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Slows wrong passwords down and locks nobody out: growing pauses for one account from one address, for one account
 * from all strange addresses, and for one address trying many accounts.
 *
 * <p>An address from which an account has signed in before is no strange one: only wrong passwords for that account from
 * that very address pause it. So a stranger elsewhere cannot keep the real person out. A success ends the pause of its
 * own pair alone, or whoever has an account could reset the count of the address between two guesses.
 *
 * <p>Each node counts for itself, in bounded memory: on N nodes a stranger has N times the guesses, which is still some
 * thousands a day for one account, and a restart forgets them. docs/security.md says what that means.
 */
@Component
class SignInThrottle {
    private static final int KEPT = 50_000;
    private static final int ACCOUNTS_KNOWN = 50_000;
    private static final int ADDRESSES_PER_ACCOUNT = 8;

    private final Clock clock;
    private final KeyedDigest names = KeyedDigest.ofThisProcess();
    private final GuessCounts pairs;
    private final GuessCounts accounts;
    private final GuessCounts addresses;
    private final Map<String, Set<String>> known = bounded(ACCOUNTS_KNOWN);

    SignInThrottle(AccountProperties settings, Clock clock) {
        this.clock = clock;
        this.pairs = new GuessCounts(settings.freeGuesses(), KEPT, settings);
        this.accounts = new GuessCounts(settings.freeGuessesPerAccount(), KEPT, settings);
        this.addresses = new GuessCounts(settings.freeGuessesPerAddress(), KEPT, settings);
    }

    /** How long this account is to wait from this address; zero where the password may be looked at. */
    synchronized Duration pause(String account, String address) {
        Instant now = clock.instant();
        String pair = pair(account, address);
        Duration own = pairs.pause(pair, now);
        if (isKnown(account, pair)) {
            return own;
        }
        return longest(own, longest(accounts.pause(names.of(account), now), addresses.pause(block(address), now)));
    }

    /** A wrong password for an account, which need not exist. */
    synchronized void wrong(String account, String address) {
        Instant now = clock.instant();
        String pair = pair(account, address);
        pairs.add(pair, now);
        if (!isKnown(account, pair)) {
            accounts.add(names.of(account), now);
            addresses.add(block(address), now);
        }
    }

    /** A right password; the address is no strange one to this account from now on. */
    synchronized void right(String account, String address) {
        pairs.remove(pair(account, address));
        know(account, address);
    }

    /** The account has signed in from there before. */
    synchronized void know(String account, String address) {
        known.computeIfAbsent(names.of(account), one -> Collections.newSetFromMap(bounded(ADDRESSES_PER_ACCOUNT)))
                .add(pair(account, address));
    }

    /** Ends the pause of an account, from addresses it is known at and from strange ones. */
    synchronized void forgive(String account) {
        accounts.remove(names.of(account));
        known.getOrDefault(names.of(account), Set.of()).forEach(pairs::remove);
    }

    /** How many keys are kept, for the test that says it is bounded. */
    synchronized int size() {
        return pairs.size() + accounts.size() + addresses.size() + known.size();
    }

    private boolean isKnown(String account, String pair) {
        return known.getOrDefault(names.of(account), Set.of()).contains(pair);
    }

    /** An account as spelled: the engine tells upper and lower case apart. */
    private String pair(String account, String address) {
        return names.of(account, block(address));
    }

    /** Whoever has an IPv6 address has 2^64 of them: the first four groups count. */
    private static String block(String address) {
        return AddressBlock.of(address);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
