package org.noticecascade.directory;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;

/** The directory on PostgreSQL; bears no annotation, so that no scan finds it. */
class PostgresTestContext extends DirectoryTestContext implements DisposableBean {
    private final EmbeddedPostgres postgres;

    PostgresTestContext() {
        try {
            this.postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean(destroyMethod = "")
    @Override
    DataSource dataSource() {
        return migrated(postgres.getPostgresDatabase(), "PostgreSQL");
    }

    @Override
    public void destroy() throws IOException {
        postgres.close();
    }
}
