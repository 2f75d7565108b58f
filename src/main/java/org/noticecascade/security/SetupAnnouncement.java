package org.noticecascade.security;

import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in the log of a start without any administrator where the first one is made, and with which token. */
@Component
class SetupAnnouncement {
    private static final Logger LOG = LoggerFactory.getLogger(SetupAnnouncement.class);

    private final FirstAdministrator first;
    private final IdentityService identities;
    private final SetupProperties properties;
    private final Environment environment;

    SetupAnnouncement(
            FirstAdministrator first, IdentityService identities, SetupProperties properties, Environment environment) {
        this.first = first;
        this.identities = identities;
        this.properties = properties;
        this.environment = environment;
    }

    /** Where users come from LDAP, its group names the administrators and nobody is made here. */
    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (first.noteIfAny() || identities.isReadOnly()) {
            return;
        }
        String address = "http%s://localhost:%s%s?token=%s"
                .formatted(
                        environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "s" : "",
                        environment.getProperty("local.server.port", "8080"),
                        SetupGate.PAGE,
                        first.newToken());
        Duration lifetime = properties.tokenLifetime();
        LOG.warn(
                "尚无系统管理员。请在 {} 分钟内打开以下地址创建第一位管理员，口令只能用一次。There is no administrator yet. "
                        + "Open this address within {} minutes to create the first one; it works once: {}",
                lifetime.toMinutes(),
                lifetime.toMinutes(),
                address);
    }
}
