package org.noticecascade.demo;

import org.noticecascade.directory.process.EngineIdentities;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hashes the demo's one password once: hundreds of slow hashes would hold the start up for a minute. */
@Component
@Profile("demo")
class OneHash {
    private final EngineIdentities engine;
    private final JdbcClient jdbc;

    OneHash(EngineIdentities engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** Sets the password of one user, and gives it to every user who has none. */
    void give(String userId, String password) {
        engine.setPassword(userId, password);
        jdbc.sql("""
                update ACT_ID_USER
                   set PWD_ = (select PWD_ from ACT_ID_USER where ID_ = :user),
                       SALT_ = (select SALT_ from ACT_ID_USER where ID_ = :user)
                 where PWD_ is null""").param("user", userId).update();
    }
}
