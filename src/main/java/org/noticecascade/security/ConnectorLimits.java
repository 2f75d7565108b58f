package org.noticecascade.security;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Puts the limits of connections and bodies into the web server, behind the valve that reads the proxy's headers. */
@Component
class ConnectorLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final LimitsProperties limits;
    private final ServerProperties server;

    ConnectorLimits(LimitsProperties limits, ServerProperties server) {
        this.limits = limits;
        this.server = server;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(ConnectionsPerSource.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof ConnectionsPerSource protocol) {
                protocol.setMost(limits.connectionsPerSource());
            }
        });
        int threads = server.getTomcat().getThreads().getMax();
        factory.addEngineValves(new BodyGuardValve(limits.body(), threads, System::nanoTime));
    }

    /** After Spring Boot's own, which adds the valve of the proxy's headers. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
