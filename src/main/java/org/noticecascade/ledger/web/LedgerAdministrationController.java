package org.noticecascade.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Page;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Entry;
import org.noticecascade.ledger.Head;
import org.noticecascade.ledger.Ledger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the ledger is intact, and its entries that are about no notice; for administrators. */
@Tag(name = "台账", description = "Ledger")
@RestController
@RequestMapping({"/api/ledger", "/camunda/api/cascade/ledger"})
class LedgerAdministrationController {
    private final Ledger ledger;
    private final Verifying verifying;
    private final CurrentUser user;

    LedgerAdministrationController(Ledger ledger, Verifying verifying, CurrentUser user) {
        this.ledger = ledger;
        this.verifying = verifying;
        this.user = user;
    }

    /**
     * Answers at once; ask again until it is done.
     *
     * @param head heads written down earlier, each {@code POSITION:HASH}; used by the check this call starts
     */
    @Operation(
            summary =
                    "核对台账是否完好（管理员）；首次调用或 again=true 时开始 · Whether the ledger is intact; starts at the first call, or with again=true")
    @GetMapping("/verification")
    Verification verification(
            @RequestParam(required = false) @Nullable List<String> head,
            @RequestParam(defaultValue = "false") boolean again) {
        requireAdministrator();
        List<Head> known = head == null
                ? List.of()
                : head.stream().map(LedgerAdministrationController::read).toList();
        return verifying.state(known, again);
    }

    @Operation(summary = "不属于任何通知的台账记录，如代理（管理员），新的在前 · Entries about no notice, such as deputies; newest first")
    @GetMapping("/without-notice")
    Page<Entry> withoutNotice(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
        requireAdministrator();
        int offset = Page.offset(page, size);
        return new Page<>(ledger.withoutNotice(offset, size), ledger.countWithoutNotice(), page, size);
    }

    private static Head read(String text) {
        return Head.parse(text)
                .orElseThrow(() -> Refusal.invalid(
                        "看不懂“%s”。请写成 位置:哈希（64 位十六进制）。".formatted(text),
                        "Cannot read the head. Write POSITION:HASH (64 hexadecimal digits)."));
    }

    private void requireAdministrator() {
        if (!user.isAdministrator()) {
            throw Refusal.forbidden("只有管理员可以核对台账。", "Only administrators may check the ledger.");
        }
    }
}
