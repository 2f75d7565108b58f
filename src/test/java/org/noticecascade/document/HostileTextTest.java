package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.fuzz.Cases;

/** Texts no author would write: the reader must end in time and keep its answer small. */
class HostileTextTest {
    private static final int CHARACTERS = Cases.few(3_500_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "字",
                "(",
                "1",
                " 1",
                "年",
                "各",
                "各地要。",
                "联系人:",
                "(联系人",
                "(联系人:",
                "〔2026〕",
                "示〔2026〕1号",
                "《",
                "关于",
                "@",
                "a@",
                "010-",
                "1月1",
                "每季度",
                "自起1",
                "10月1日前",
                "报告会",
                "应对",
                "要\n",
                "各、\n",
                "一、\n",
                "(一)各地要。\n",
                "附件:\n",
                "附件\n",
                "1.\n",
                "联系人:1234567\n",
                "局\n2026年1月1日\n",
                "关于\n",
                "各省\n,",
                "扫一扫\n",
                "一一一、",
                "、",
                "\n",
                "\r",
                "国国国国国国国国国国国国国国国国国\n"
            })
    void endsInTimeWithABoundedAnswer(String piece) {
        String text = "示" + piece.repeat(CHARACTERS / piece.length());
        ReadNotice notice = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Sample.read(text));
        assertThat(notice.sections()).hasSizeLessThanOrEqualTo(NoticeReader.MAX_ITEMS);
        assertThat(notice.requirements()).hasSizeLessThanOrEqualTo(NoticeReader.MAX_ITEMS);
        assertThat(notice.deadlines()).hasSizeLessThanOrEqualTo(NoticeReader.MAX_ITEMS);
        assertThat(notice.remarks()).hasSizeLessThanOrEqualTo(NoticeReader.MAX_ITEMS + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101 ", "010)", "0101 010)"})
    void aContactOfAreaCodesAlone(String codes) {
        ReadNotice notice = Sample.withEnd("联系人:" + codes.repeat(CHARACTERS / codes.length()));

        assertThat(notice.contact()).isNull();
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.startsWith("联系人一段超过500字"));
    }

    /** Each rhythm without a day took the place of the one before, and left its trace in the reason. */
    @Test
    void aHeadingWithManyTimeLimitsInItsText() {
        ReadNotice notice = Sample.withBody("一、学习\n" + "每月21日前学完一章。".repeat(300) + "2026年10月14日前学完。2026年10月15日前复习。");

        assertThat(notice.requirements()).singleElement().satisfies(found -> {
            assertThat(found.why()).isEqualTo("最低一级标题,逐条列出;时限取自第5行正文");
            assertThat(found.deadlinePhrase()).isEqualTo("2026年10月14日前");
            assertThat(found.dueDate()).isEqualTo(LocalDate.of(2026, 10, 14));
        });
    }

    @Test
    void neverFailsOnAnyMixOfItsOwnWords() {
        String[] words = {
            "示监发",
            "〔2026〕",
            "(2026)",
            "8号",
            "《",
            "》",
            "关于",
            "的通知",
            "各省",
            "监管局",
            "(厅、委)",
            ",",
            ":",
            "。",
            "\n",
            "一、",
            "(一)",
            "1.",
            "(1)",
            "要",
            "请",
            "报送",
            "于",
            "10月14日",
            "前",
            "每月",
            "21日",
            "底",
            "联系人:",
            "010-0000000",
            "(传真)",
            "附件",
            "2026年9月19日",
            "9月",
            " "
        };
        Random random = new Random(20260919);
        for (int round = 0; round < Cases.few(20_000); round++) {
            StringBuilder text = new StringBuilder("示");
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(words[random.nextInt(words.length)]);
            }
            assertThat(Sample.read(text.toString()).remarks()).isNotNull();
        }
    }
}
