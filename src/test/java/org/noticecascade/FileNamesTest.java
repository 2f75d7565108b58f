package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @Test
    void aDownloadHasAPlainNameBesideTheWholeOne() {
        assertThat(FileNames.attachment("单位导入模板.xlsx", "import-units"))
                .isEqualTo("attachment; filename=\"import-units.xlsx\"; filename*=UTF-8''"
                        + "%E5%8D%95%E4%BD%8D%E5%AF%BC%E5%85%A5%E6%A8%A1%E6%9D%BF.xlsx");
        assertThat(FileNames.attachment("plan 2.dmn", "table"))
                .isEqualTo("attachment; filename=\"plan 2.dmn\"; filename*=UTF-8''plan%202.dmn");
    }

    @Test
    void nothingInANameEndsItsHeaderOrItsQuotes() {
        String header = FileNames.attachment("a\"\r\nSet-Cookie: x=1;\\b%41'.pdf", "evidence-1");

        assertThat(header).matches("attachment; filename=\"[A-Za-z0-9 ._=]+\"; filename\\*=UTF-8''[A-Za-z0-9._%~-]+");
        assertThat(FileNames.attachment(".curlrc", "document-1")).contains("filename=\"_curlrc\"");
        assertThat(FileNames.attachment("通知.会", "document-1")).contains("filename=\"document-1\"");
        assertThat(FileNames.attachment("", "document-1")).contains("filename=\"document-1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "关于%22学习%22的记录.pdf|关于\"学习\"的记录.pdf",
                "a%0D%0Ab%0d.pdf|ab.pdf",
                "100%25完成%2Fb.pdf|100%25完成%2Fb.pdf",
                "C:\\资料\\会议.pdf|会议.pdf",
                "a%22/../b.pdf|b.pdf"
            })
    void browsersEscapeThreeCharactersOfAName(String sent, String meant) {
        assertThat(FileNames.received(sent)).isEqualTo(meant);
    }

    @Test
    void ofALongNameTheEndIsKept() {
        assertThat(FileNames.received("会".repeat(255) + ".pdf")).hasSize(200).endsWith("会.pdf");
        assertThat(FileNames.received(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/word/document.xml,word/document.xml",
        "word\\document.xml,word/document.xml",
        "\\\\word//./document.xml,word/document.xml",
        "./OFD.xml,OFD.xml",
        "a..b/c.,a..b/c."
    })
    void anEntryOfAPackageIsSpeltInOneWay(String entry, String path) {
        assertThat(FileNames.inPackage(entry)).isEqualTo(path);
    }
}
