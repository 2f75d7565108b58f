package org.noticecascade.security.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.noticecascade.security.SecondFactorResets;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What administrators do to others' second factors. */
@RestController
@Tag(name = "动态验证码", description = "Second factor")
@RequestMapping({"/api/second-factors", "/camunda/api/cascade/second-factors"})
class SecondFactorResetController {
    private final SecondFactorResets resets;

    SecondFactorResetController(SecondFactorResets resets) {
        this.resets = resets;
    }

    @Operation(
            summary = "重置他人的动态验证码（管理员）",
            description = "Reset somebody's second factor; their sessions end. Administrators, not for themselves")
    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable String userId) {
        resets.reset(userId);
    }
}
