/**
 * People in front of Tasklist and Cockpit: Debian's Chromium before the packaged service with its demo. Each test is one
 * chapter of a story about one county and leaves pictures in {@code target/browser}. Run with
 * {@code mvn -Pbrowser verify}.
 */
package org.noticecascade.browser;
