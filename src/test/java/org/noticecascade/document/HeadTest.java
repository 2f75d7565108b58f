package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Sample.NUMBER + "\n" + Sample.TITLE,
                Sample.TITLE + "\n" + Sample.NUMBER,
                Sample.NUMBER + "《" + Sample.TITLE + "》",
                Sample.NUMBER + "《" + Sample.TITLE + "》\n" + Sample.TITLE + "\n" + Sample.NUMBER,
                Sample.TITLE + "（" + Sample.NUMBER + "）",
                Sample.TITLE + " " + Sample.NUMBER,
                Sample.NUMBER + " " + Sample.TITLE,
                "发文字号：" + Sample.NUMBER + "\n" + Sample.TITLE,
                "文　号： " + Sample.NUMBER + "\n\n　　" + Sample.TITLE + "　\n",
                Sample.NUMBER + "\n标 题：" + Sample.TITLE,
                Sample.NUMBER + "\n示范监管总局关于开展\n样例检查的通知",
                Sample.NUMBER + "\n示范监管总局\n关于开展样例检查的通知",
                Sample.NUMBER + "《示范监管总局关于开展\n样例检查的通知》",
                Sample.NUMBER + "\n示范监管总局关于开展样例检查\n的通知"
            })
    void readsNumberAndTitleInEveryArrangement(String head) {
        ReadNotice notice = Sample.withHead(head);
        assertThat(notice.documentNumber().value()).isEqualTo(Sample.NUMBER);
        assertThat(notice.title().value()).isEqualTo(Sample.TITLE);
        assertThat(notice.issuer().value()).isEqualTo("示范监管总局");
        assertThat(Sample.remarks(notice)).noneMatch(remark -> remark.contains("不同") || remark.contains("略去"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"示监发[2026]12号", "示监发（2026）12号", "示监发〔2026〕 12 号", "示监发【2026】第12号"})
    void readsEveryKindOfBracketAndKeepsItAsWritten(String number) {
        assertThat(Sample.withHead(number + "\n" + Sample.TITLE)
                        .documentNumber()
                        .value())
                .isEqualTo(number);
    }

    @Test
    void oneNumberInTwoWritingsIsNoContradiction() {
        ReadNotice notice = Sample.withHead("示监发[2026]12号\n" + Sample.TITLE + "\n示监发〔2026〕12 号");
        assertThat(Sample.remarks(notice)).noneMatch(remark -> remark.contains("不同"));
    }

    @Test
    void warnsOfTwoDifferentNumbers() {
        ReadNotice notice = Sample.withHead(Sample.NUMBER + "\n" + Sample.TITLE + "\n示监发〔2026〕13号");
        assertThat(notice.documentNumber().value()).isEqualTo(Sample.NUMBER);
        assertThat(Sample.remarks(notice))
                .anyMatch(remark -> remark.contains("两个不同的发文字号") && remark.contains("〔2026〕13号"));
    }

    @Test
    void warnsOfTwoDifferentTitles() {
        ReadNotice notice = Sample.withHead(Sample.NUMBER + "《" + Sample.TITLE + "》\n示范监管总局关于另一件事的通知");
        assertThat(notice.title().value()).isEqualTo(Sample.TITLE);
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("两个不同的标题"));
    }

    @Test
    void numberOfAQuotedNoticeInTheTitleIsNotOurs() {
        String title = "示范监管总局关于落实《样例总体方案的通知》（示办发〔2020〕1号）的通知";
        ReadNotice notice = Sample.withHead(title);
        assertThat(notice.documentNumber()).isNull();
        assertThat(notice.title().value()).isEqualTo(title);
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("示办发〔2020〕1号") && remark.contains("引用"));
        assertThat(Sample.remarks(notice)).contains("未找到发文字号,请人工填写");
    }

    @Test
    void numberOfALinkedNoticeAboveTheTitleIsNotOurs() {
        ReadNotice notice = Sample.withHead("相关：《样例工作的通知》（示办发〔2020〕1号）\n" + Sample.TITLE);
        assertThat(notice.documentNumber()).isNull();
        assertThat(notice.title().value()).isEqualTo(Sample.TITLE);
    }

    @Test
    void countsPhysicalLinesWhateverEndsThem() {
        ReadNotice notice = new NoticeReader()
                .read(NoticeText.of("\r\n" + Sample.NUMBER + "\r\n\r\n" + Sample.TITLE + "\r\r" + Sample.ADDRESSEES));
        assertThat(notice.documentNumber().line()).isEqualTo(2);
        assertThat(notice.title().line()).isEqualTo(4);
        assertThat(notice.addressees().line()).isEqualTo(6);
    }

    @Test
    void numberOfAQuotedNoticeInTheBodyIsNotOurs() {
        ReadNotice notice = Sample.read(
                Sample.TITLE, Sample.ADDRESSEES, "根据《关于样例工作的通知》（示办发〔2020〕1号）和示监发〔2021〕3号文件要求，现通知如下。", Sample.END);
        assertThat(notice.documentNumber()).isNull();
    }

    @Test
    void dropsWebPageLinesAroundTheNoticeAndListsThem() {
        ReadNotice notice = Sample.read(
                "首页 > 政务 > 通知",
                "发布时间：2026-09-22 10:00 来源：样例司",
                "字体：大 中 小",
                Sample.NUMBER,
                Sample.TITLE,
                Sample.ADDRESSEES,
                Sample.BODY,
                Sample.END,
                "（此件公开发布）",
                "上一篇：无 下一篇：无",
                "版权所有：示范监管总局");
        assertThat(notice.title().value()).isEqualTo(Sample.TITLE);
        assertThat(notice.issueDate().value()).isEqualTo(LocalDate.of(2026, 9, 19));
        assertThat(notice.remarks())
                .filteredOn(remark -> remark.text().contains("略去"))
                .extracting(Remark::line)
                .containsExactly(1, 2, 3, 13, 14, 15);
    }

    @Test
    void joinsNoBrowserTitleToTheTitleBelow() {
        ReadNotice notice = Sample.withHead(Sample.TITLE + "_示范监管总局网站\n" + Sample.TITLE + "\n" + Sample.NUMBER);
        assertThat(notice.title().value()).isEqualTo(Sample.TITLE);
        assertThat(notice.title().line()).isEqualTo(2);
    }

    @Test
    void joinsATitleBrokenWithinAQuotedTitle() {
        ReadNotice notice = Sample.withHead("示范监管总局关于转发《示范办\n关于样例工作的通知》的通知\n" + Sample.NUMBER);
        assertThat(notice.title().value()).isEqualTo("示范监管总局关于转发《示范办关于样例工作的通知》的通知");
    }

    @Test
    void readsTheLabelledFieldsOfAWebPage() {
        ReadNotice notice = Sample.read(
                "索 引 号：000-01 主题分类：样例", "成文日期：2026-09-18 发布日期：2026-09-22", Sample.TITLE, Sample.ADDRESSEES, "请各单位落实。");
        assertThat(notice.issueDate().value()).isEqualTo(LocalDate.of(2026, 9, 18));
        assertThat(notice.issueDate().line()).isEqualTo(2);
    }

    @Test
    void leavesEverythingEmptyAndAsksWhereTheTextIsNoNotice() {
        ReadNotice notice = Sample.read("今天天气很好");
        assertThat(notice.documentNumber()).isNull();
        assertThat(notice.title()).isNull();
        assertThat(notice.issuer()).isNull();
        assertThat(notice.addressees()).isNull();
        assertThat(notice.issueDate()).isNull();
        assertThat(notice.contact()).isNull();
        assertThat(Sample.remarks(notice))
                .contains("未找到发文字号,请人工填写", "未找到标题,请人工填写", "未找到发文机关,请人工填写", "未找到主送机关,请人工填写", "未找到成文日期,请人工填写");
    }
}
