package org.noticecascade.desk.web;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One more person of the staff of a unit, in directory and engine, for tests of what colleagues do among themselves. */
record SecondPerson(String userId, IdentityService identities, JdbcClient jdbc) {
    void employ(String unitCode, String password) {
        User user = identities.newUser(userId);
        user.setPassword(password);
        identities.saveUser(user);
        identities.createMembership(userId, "U%sSTAFF".formatted(unitCode));
        jdbc.sql("insert into person (user_id, unit_code, name) values (:id, :unit, '第二人')")
                .param("id", userId)
                .param("unit", unitCode)
                .update();
        jdbc.sql("insert into person_role (user_id, role) values (:id, 'STAFF')")
                .param("id", userId)
                .update();
    }

    void dismiss() {
        jdbc.sql("delete from person_role where user_id = :id")
                .param("id", userId)
                .update();
        jdbc.sql("delete from person where user_id = :id").param("id", userId).update();
        identities.deleteUser(userId);
    }
}
