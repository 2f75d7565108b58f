package org.noticecascade.desk.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people see in Tasklist.
 *
 * @param refreshList whether every open list asks again each ten seconds, and at once after a process was started;
 *     with tens of thousands of open browsers, switch it off
 */
@ConfigurationProperties("cascade.desk")
record DeskProperties(@DefaultValue("true") boolean refreshList) {}
