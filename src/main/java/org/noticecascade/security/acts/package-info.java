/**
 * What administrators do, written into the ledger: by Admin, REST or Java alike, because it is seen where the engine
 * executes its commands.
 *
 * <p>{@code security/engine-commands.csv} names every command of the engine. One that it does not name is recorded too.
 */
@NullMarked
package org.noticecascade.security.acts;

import org.jspecify.annotations.NullMarked;
