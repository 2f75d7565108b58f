/**
 * Reads an official notice: bytes to text ({@link org.noticecascade.document.NoticeText}), text to fields
 * ({@link org.noticecascade.document.NoticeReader}).
 *
 * <p>Plain Java without framework. Every field carries the line it came from or is empty; nothing is guessed
 * silently, what was not understood is listed as a {@link org.noticecascade.document.Remark}.
 */
@NullMarked
package org.noticecascade.document;

import org.jspecify.annotations.NullMarked;
