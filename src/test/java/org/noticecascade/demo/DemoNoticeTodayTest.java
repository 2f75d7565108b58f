package org.noticecascade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.document.NoticeReader;
import org.noticecascade.document.NoticeText;
import org.noticecascade.document.ReadNotice;
import org.noticecascade.document.Requirement;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class DemoNoticeTodayTest {
    @Autowired
    private DemoNotice demo;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Test
    void countsItsDatesFromToday() throws IOException {
        ReadNotice notice = read();

        assertThat(notice.issueDate().value()).isEqualTo(TestTime.START);
        assertThat(notice.requirements())
                .filteredOn(item -> item.dueDate() != null)
                .extracting(Requirement::dueDate)
                .containsExactly(
                        time.inWorkingDays(8), time.inWorkingDays(18), time.inWorkingDays(26), time.inWorkingDays(34));
    }

    @Test
    void takesAFreeNumberOfTheYear() throws IOException {
        assertThat(read().documentNumber().value()).isEqualTo("国市监示范〔2026〕1号");

        scenario.draft(Scenario.text(41));

        assertThat(read().documentNumber().value()).isEqualTo("国市监示范〔2026〕42号");
    }

    @Test
    void crossesTheYear() throws IOException {
        time.moveTo(LocalDate.of(2026, 11, 24));

        assertThat(demo.writtenToday())
                .contains("2026年11月至2026年12月", "2026年11月24日")
                .doesNotContain("2026年11月20日");
    }

    private ReadNotice read() throws IOException {
        byte[] bytes = demo.writtenToday().getBytes(StandardCharsets.UTF_8);
        return new NoticeReader().read(NoticeText.decode(bytes, 1_000_000));
    }
}
