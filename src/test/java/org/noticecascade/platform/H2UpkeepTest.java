package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class H2UpkeepTest {
    private static final String WRITES_AT_ONCE = ";WRITE_DELAY=0";
    private static final int COMMITS = 6_000;
    private static final int MOST_ROUNDS = 200;

    @TempDir
    private Path folder;

    @Test
    void keepsTheFileFromGrowingWithEveryCommit() throws IOException {
        long without = sizeAfterCommits("without", 0);
        long with = sizeAfterCommits("with", 10);

        assertThat(with).isLessThan(without / 3);
    }

    @Test
    void comesToRestInAnIdleService() {
        SingleConnectionDataSource database = filled("idle");
        MVStore store = H2Upkeep.storeOf(database).orElseThrow();
        change(new JdbcTemplate(database), commits -> {});

        int rounds = 0;
        while (rounds < MOST_ROUNDS && H2Upkeep.tidy(store)) {
            rounds++;
        }

        database.destroy();
        assertThat(rounds).isBetween(1, MOST_ROUNDS - 1);
    }

    @Test
    void leavesAFileToH2ThatWritesLater() {
        SingleConnectionDataSource later = database("later", "");

        Optional<MVStore> store = H2Upkeep.storeOf(later);

        later.destroy();
        assertThat(store).isEmpty();
    }

    @Test
    void hasNothingToDoInMemory() {
        var memory = new SingleConnectionDataSource("jdbc:h2:mem:upkeep" + WRITES_AT_ONCE, "sa", "", true);

        Optional<MVStore> store = H2Upkeep.storeOf(memory);

        memory.destroy();
        assertThat(store).isEmpty();
    }

    private long sizeAfterCommits(String name, int roundEvery) throws IOException {
        SingleConnectionDataSource database = filled(name);
        MVStore store = H2Upkeep.storeOf(database).orElseThrow();
        change(new JdbcTemplate(database), commits -> {
            if (roundEvery > 0 && commits % roundEvery == 0) {
                H2Upkeep.tidy(store);
            }
        });
        long size = Files.size(folder.resolve(name + ".mv.db"));
        database.destroy();
        return size;
    }

    private SingleConnectionDataSource filled(String name) {
        SingleConnectionDataSource database = database(name, WRITES_AT_ONCE);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("set retention_time 0"); // else H2 keeps what is free for 45 seconds
        jdbc.execute("create table t as select x as id, repeat('x', 200) as v from system_range(1, 20000)");
        jdbc.execute("alter table t alter column id set not null");
        jdbc.execute("alter table t add primary key (id)");
        return database;
    }

    /** Changes rows here and there, each in a transaction of its own. */
    private static void change(JdbcTemplate jdbc, IntConsumer afterEach) {
        Random random = new Random(7);
        for (int n = 1; n <= COMMITS; n++) {
            jdbc.update("update t set v = ? where id = ?", "y".repeat(190) + n, 1 + random.nextInt(20_000));
            afterEach.accept(n);
        }
        assertThat(jdbc.queryForObject("select count(*) from t where v like 'y%'", Integer.class))
                .isGreaterThan(COMMITS / 2);
    }

    private SingleConnectionDataSource database(String name, String more) {
        return new SingleConnectionDataSource("jdbc:h2:file:" + folder.resolve(name) + more, "sa", "", true);
    }
}
