/** The engine's users, groups and tenants, which follow the directory. */
@NullMarked
package org.noticecascade.directory.process;

import org.jspecify.annotations.NullMarked;
