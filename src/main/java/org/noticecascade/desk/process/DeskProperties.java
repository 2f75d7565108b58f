package org.noticecascade.desk.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people see in Tasklist.
 *
 * @param refreshList whether the open lists 我的待办 and 本单位待签收 ask again each ten seconds, and at once after a
 *     process was started; the others never do;
 *     with tens of thousands of open browsers, switch it off
 */
@ConfigurationProperties("cascade.desk")
record DeskProperties(@DefaultValue("true") boolean refreshList) {}
