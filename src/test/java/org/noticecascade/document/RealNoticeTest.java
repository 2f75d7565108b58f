package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.document.AddresseeGroup.Meaning;

/** The real notice, which is not part of the project: skipped where it is not at hand. */
class RealNoticeTest {
    private ReadNotice notice;

    static Path file() {
        String shared = System.getProperty(
                "NOTICE_CASCADE_SHARED", System.getenv().getOrDefault("NOTICE_CASCADE_SHARED", "../shared"));
        return Path.of(shared, "data", "notice-2021-60.txt");
    }

    @BeforeEach
    void read() throws IOException {
        Path file = file();
        Assumptions.assumeTrue(Files.isRegularFile(file), "real notice not at hand: " + file);
        notice = new NoticeReader().read(NoticeText.decode(Files.readAllBytes(file), 10_000_000));
    }

    @Test
    void readsTheHeadOnce() {
        assertThat(notice.documentNumber()).isNotNull();
        assertThat(notice.documentNumber().value()).isEqualTo("国市监质发〔2021〕60号");
        assertThat(notice.documentNumber().line()).isEqualTo(1);
        assertThat(notice.title().value()).startsWith("市场监管总局关于认真学习").endsWith("贺信精神的通知");
        assertThat(notice.issuer().value()).isEqualTo("市场监管总局");
        assertThat(notice.issuer().line()).isEqualTo(27);
        assertThat(notice.issueDate().value()).isEqualTo(LocalDate.of(2021, 9, 19));
        assertThat(notice.remarks()).noneMatch(remark -> remark.text().contains("两个不同"));
    }

    @Test
    void splitsAddresseesOutsideBrackets() {
        assertThat(notice.addressees().line()).isEqualTo(4);
        assertThat(notice.addresseeGroups())
                .extracting(AddresseeGroup::text)
                .containsExactly("各省、自治区、直辖市和新疆生产建设兵团市场监管局(厅、委)", "总局各司局、各直属单位");
        assertThat(notice.addresseeGroups().get(0).meanings()).containsExactly(Meaning.ALL_PROVINCES);
        assertThat(notice.addresseeGroups().get(1).meanings())
                .containsExactlyInAnyOrder(Meaning.DEPARTMENTS, Meaning.AFFILIATED);
    }

    @Test
    void findsThreeSectionsWithFourThreeAndFiveLeaves() {
        assertThat(notice.sections())
                .extracting(Section::depth)
                .containsExactly(1, 2, 2, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 2, 2);
        assertThat(notice.sections().get(5).line()).isEqualTo(13);
        assertThat(notice.sections().get(6).heading()).isEqualTo("认真学习习近平总书记重要贺信精神");
        assertThat(notice.sections().get(14).content()).endsWith("促进质量创新共建共享。");
    }

    @Test
    void listsFifteenCandidatesAndLeavesTheFourStatementsUnticked() {
        assertThat(notice.requirements()).hasSize(15);
        assertThat(notice.requirements().stream().filter(item -> !item.selected()))
                .extracting(Requirement::sectionPath)
                .containsExactly("一、(一)", "一、(二)", "一、(三)", "一、(四)");
        assertThat(notice.requirements())
                .extracting(Requirement::line)
                .containsExactly(9, 10, 11, 12, 14, 15, 16, 17, 20, 20, 21, 22, 23, 24, 25);
    }

    @Test
    void closingParagraphBelongsToNoSectionAndPromptlyIsNoDate() {
        Requirement closing = notice.requirements().get(14);
        assertThat(closing.sectionPath()).isEqualTo("正文结尾");
        assertThat(closing.text()).isEqualTo("各单位有关学习宣传贯彻情况请及时报送总局。");
        assertThat(closing.dueDate()).isNull();
        assertThat(closing.deadlinePhrase()).isEqualTo("及时");
        assertThat(notice.deadlines()).isEmpty();
        assertThat(remarksOf(25)).singleElement().asString().contains("及时");
    }

    @Test
    void takesTheContactBeforeTheSignatureWithTwoTelephones() {
        assertThat(notice.contact().line()).isEqualTo(26);
        assertThat(notice.contact().value().phones())
                .extracting(Contact.Phone::fax)
                .containsExactly(false, true);
    }

    @Test
    void listsWhatItDroppedAndWhatMatchedNothing() {
        assertThat(remarksOf(29)).singleElement().asString().contains("扫描二维码", "略去");
        assertThat(remarksOf(5)).hasSize(1);
        assertThat(remarksOf(6)).hasSize(1);
        assertThat(remarksOf(8)).hasSize(1);
        assertThat(remarksOf(19)).hasSize(1);
    }

    private List<String> remarksOf(int line) {
        return notice.remarks().stream()
                .filter(remark -> remark.line() != null && remark.line() == line)
                .map(Remark::text)
                .toList();
    }
}
