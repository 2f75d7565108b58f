package org.noticecascade.demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The demo.
 *
 * @param provinces codes of the provinces that get three demo persons per unit, all levels
 * @param password of every demo person and of the administrator; printed at start
 * @param playBatch tasks the player completes per round and thread
 * @param pause between two rounds of the player
 * @param mailLimit the demo mailbox empties itself at so many mails
 */
@Validated
@ConfigurationProperties("cascade.demo")
public record DemoProperties(
        @DefaultValue({"310000", "640000", "460000"}) List<String> provinces,
        @DefaultValue("Demo-2026-cascade") @NotBlank String password,
        @DefaultValue("200") @Min(1) @Max(1000) int playBatch,
        @DefaultValue("300ms") Duration pause,
        @DefaultValue("5000") @Min(1) @Max(20_000) int mailLimit) {}
