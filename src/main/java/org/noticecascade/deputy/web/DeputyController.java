package org.noticecascade.deputy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.deputy.Deputies;
import org.noticecascade.deputy.Deputy;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Role;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own deputies. */
@RestController
@Tag(name = "代理", description = "Deputies")
@RequestMapping({"/api/deputies", "/camunda/api/cascade/deputies"})
class DeputyController {
    private final Deputies deputies;
    private final People people;
    private final CurrentUser user;

    DeputyController(Deputies deputies, People people, CurrentUser user) {
        this.deputies = deputies;
        this.people = people;
        this.user = user;
    }

    /** Who is to stand in, both days included. */
    record Naming(
            @Nullable String deputyId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** The deputies I have named for today and later. */
    @Operation(summary = "查看本人指定的代理", description = "My deputies")
    @GetMapping
    List<Deputy> mine() {
        return deputies.of(user.id());
    }

    @Operation(summary = "指定代理", description = "Name a deputy")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Deputy name(@RequestBody Naming naming) {
        if (naming.deputyId() == null || naming.from() == null || naming.to() == null) {
            throw Refusal.invalid("请填写代理人和起止日期，代理未保存。", "Give deputyId, from and to; nothing was stored.");
        }
        return deputies.name(user.id(), naming.deputyId(), naming.from(), naming.to());
    }

    /** A colleague who may be named. */
    record Candidate(String userId, String name, List<Role> roles) {}

    /** Everybody else who is active in my unit. */
    @Operation(summary = "可指定为代理的本单位同事", description = "Colleagues I may name")
    @GetMapping("/candidates")
    List<Candidate> candidates() {
        return deputies.candidatesFor(user.id()).stream()
                .map(person -> new Candidate(
                        person.userId(),
                        person.name(),
                        person.roles().stream().sorted().toList()))
                .toList();
    }

    /**
     * For whom I was named.
     *
     * @param userId who is away
     */
    record Held(String userId, String name, LocalDate from, LocalDate to) {}

    /** Whom I stand in for, today and later. */
    @Operation(summary = "查看本人代理的同事", description = "Whom I stand in for")
    @GetMapping("/held")
    List<Held> held() {
        return deputies.heldBy(user.id()).stream()
                .map(held -> new Held(held.userId(), people.nameOf(held.userId()), held.from(), held.to()))
                .toList();
    }

    /** Takes back the deputy whose range begins on that day. */
    @Operation(summary = "取消代理", description = "Take a deputy back")
    @DeleteMapping("/{from}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        if (!deputies.remove(user.id(), from)) {
            throw Refusal.notFound(
                    "没有自 %s 起的代理，请刷新后再试。".formatted(from),
                    "You have named no deputy from %s on. Reload and try again.".formatted(from));
        }
    }
}
