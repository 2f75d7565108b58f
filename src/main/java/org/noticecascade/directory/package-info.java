/**
 * Units, persons and roles, and their import from CSV and XLSX.
 *
 * <p>Knows no engine: whoever must follow the directory implements {@link
 * org.noticecascade.directory.DirectoryChanges}. Codes and user ids are letters and digits only, because the engine
 * accepts nothing else in the ids derived from them.
 */
@NullMarked
package org.noticecascade.directory;

import org.jspecify.annotations.NullMarked;
