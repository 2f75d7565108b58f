package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.document.Deadline.Kind;

/** The invented notice of the demo shows everything the reader can do. */
class DemoNoticeTest {
    private ReadNotice notice;

    @BeforeEach
    void read() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DemoNoticeTest.class.getResourceAsStream("/demo/demo-notice.txt"))) {
            notice = new NoticeReader().read(NoticeText.decode(in.readAllBytes(), 1_000_000));
        }
    }

    @Test
    void readsTheFields() {
        assertThat(notice.documentNumber().value()).isEqualTo("国市监示范〔2026〕8号");
        assertThat(notice.title().value()).isEqualTo("市场监管总局关于组织开展“质量月”标准化知识集中学习活动的通知");
        assertThat(notice.title().line()).isEqualTo(3);
        assertThat(notice.issuer().value()).isEqualTo("市场监管总局");
        assertThat(notice.issueDate().value()).isEqualTo(LocalDate.of(2026, 11, 6));
        assertThat(notice.addresseeGroups()).hasSize(2);
        assertThat(notice.attachments()).extracting(Sourced::value).containsExactly("学习活动安排表", "学习情况汇总表");
        assertThat(notice.contact().value().phones())
                .containsExactly(new Contact.Phone("010-00000000", false), new Contact.Phone("00000001", true));
    }

    @Test
    void readsThreeSectionsWithTheirLeaves() {
        assertThat(notice.sections())
                .extracting(Section::numbering)
                .containsExactly("一、", "（一）", "（二）", "二、", "（一）", "（二）", "（三）", "三、", "（一）", "（二）", "（三）");
        assertThat(notice.sections().get(4).heading()).isEqualTo("制定工作方案");
        assertThat(notice.requirements().stream().filter(item -> !item.selected()))
                .extracting(Requirement::text)
                .containsExactly("标准是监管工作的共同语言", "学习是提升能力的基本途径");
    }

    @Test
    void readsTheDeadlines() {
        assertThat(notice.deadlines())
                .extracting(Deadline::phrase, Deadline::kind, Deadline::date)
                .containsExactly(
                        tuple("于2026年11月20日前", Kind.ONCE, LocalDate.of(2026, 11, 20)),
                        tuple("于2026年12月18日前", Kind.ONCE, LocalDate.of(2026, 12, 18)),
                        tuple("于2026年12月31日前", Kind.ONCE, LocalDate.of(2026, 12, 31)),
                        tuple("每月21日前", Kind.MONTHLY, null),
                        tuple("于1月15日前", Kind.YEAR_ASSUMED, LocalDate.of(2027, 1, 15)));
    }

    @Test
    void listsTheRequirementsWithTheirDates() {
        assertThat(notice.requirements())
                .filteredOn(item -> item.dueDate() != null)
                .extracting(Requirement::sectionPath, Requirement::dueDate)
                .containsExactly(
                        tuple("二、（一）", LocalDate.of(2026, 11, 20)),
                        tuple("二、（二）", LocalDate.of(2026, 12, 18)),
                        tuple("三、（二）", LocalDate.of(2026, 12, 31)),
                        tuple("正文结尾", LocalDate.of(2027, 1, 15)));
    }

    @Test
    void saysWhatItDropped() {
        assertThat(notice.remarks())
                .filteredOn(remark -> remark.text().contains("略去"))
                .extracting(Remark::line)
                .containsExactly(1, 25);
    }
}
