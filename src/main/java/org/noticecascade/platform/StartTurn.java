package org.noticecascade.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nodes start one after the other: from the engine's tables to the last grant. Flyway locks for itself, the engine
 * does not: two that create its tables, deploy the same models or load the same units at once end with an error.
 *
 * <p>The turn is a PostgreSQL advisory lock of one session, which also ends with a node that is killed. H2 in a file
 * has one node only. The lock belongs to a session, so a pooler between here and the server must pool sessions, not
 * transactions.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartTurn extends AbstractCamundaConfiguration implements DisposableBean {
    /** "notice", as any number that nobody else in this database locks. */
    static final long KEY = 0x6e6f74696365L;

    private static final Logger LOG = LoggerFactory.getLogger(StartTurn.class);
    private static final String CANCELLED = "57014";

    private final DataSource database;
    private final Duration longestWait;
    private @Nullable Connection holder;

    StartTurn(DataSource database, StartProperties properties) {
        this.database = database;
        this.longestWait = properties.longestWait();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        take();
    }

    /** After the last of those that write something at start. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() {
        end();
    }

    @Override
    public void destroy() {
        end();
    }

    /**
     * Waits for this node's turn.
     *
     * @throws IllegalStateException if another node has it for too long
     */
    synchronized void take() {
        try {
            Connection connection = database.getConnection();
            if (!"PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                connection.close();
                return;
            }
            holder = connection;
            lock(connection);
        } catch (SQLException e) {
            end();
            throw new IllegalStateException(
                    CANCELLED.equals(e.getSQLState()) ? tooLong() : "Cannot lock the start: " + e.getMessage(), e);
        }
    }

    private void lock(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
            lock.setLong(1, KEY);
            lock.setQueryTimeout((int) longestWait.toSeconds());
            LOG.info("等待本节点的启动次序。Waiting for this node's turn to start.");
            lock.execute();
        }
    }

    private String tooLong() {
        return """
                另一个节点启动已超过 %1$d 秒仍未完成，本节点没有启动。请查看那个节点的日志，或延长 cascade.start.longest-wait。\
                Another node has been starting for more than %1$d s, so this one did not. Look at the other node's log, or \
                raise cascade.start.longest-wait.""".formatted(longestWait.toSeconds());
    }

    private synchronized void end() {
        Connection connection = holder;
        holder = null;
        if (connection == null) {
            return;
        }
        try (connection;
                Statement unlock = connection.createStatement()) {
            unlock.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.warn("The turn to start could not be given back; it ends with this node: {}", e.getMessage());
        }
    }
}
