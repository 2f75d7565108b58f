package org.noticecascade.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;

/** The ledger on PostgreSQL; bears no annotation, so that no scan finds it. */
class PostgresLedgerContext extends LedgerTestContext implements DisposableBean {
    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool = new HikariDataSource();

    PostgresLedgerContext() {
        try {
            this.postgres = EmbeddedPostgres.start();
            pool.setDataSource(postgres.getPostgresDatabase());
            pool.setMaximumPoolSize(8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean(destroyMethod = "")
    @Override
    DataSource dataSource() {
        return migrated(pool, "PostgreSQL");
    }

    @Override
    public void destroy() throws IOException {
        pool.close();
        postgres.close();
    }
}
