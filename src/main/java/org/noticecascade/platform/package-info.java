/**
 * What every feature stands on: clock, engine configuration and deployment, who is signed in, refusal of anonymous
 * calls, error answers.
 *
 * <p>Knows no feature.
 */
@NullMarked
package org.noticecascade.platform;

import org.jspecify.annotations.NullMarked;
