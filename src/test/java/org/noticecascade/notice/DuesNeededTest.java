package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noticecascade.directory.Level;

class DuesNeededTest {
    @Test
    void asksForProvinceAndDepartmentOnlyWhereTheNoticeEndsThere() {
        assertThat(needed(Level.PROVINCE))
                .containsExactly(
                        "DEPARTMENT RECEIPT",
                        "DEPARTMENT STUDY",
                        "DEPARTMENT REPORT",
                        "PROVINCE RECEIPT",
                        "PROVINCE PLAN",
                        "PROVINCE REPORT",
                        "HQ REPORT");
    }

    @Test
    void addsThreeDatesForEachLevelFurtherDown() {
        assertThat(needed(Level.PREFECTURE))
                .containsAll(needed(Level.PROVINCE))
                .contains("PREFECTURE RECEIPT", "PREFECTURE STUDY", "PREFECTURE REPORT")
                .hasSize(10);
        assertThat(needed(Level.COUNTY)).containsAll(needed(Level.PREFECTURE)).hasSize(13);
        assertThat(needed(Level.TOWNSHIP))
                .containsAll(needed(Level.COUNTY))
                .contains("TOWNSHIP RECEIPT", "TOWNSHIP STUDY", "TOWNSHIP REPORT")
                .hasSize(16);
    }

    private static List<String> needed(Level downTo) {
        List<String> needed = new ArrayList<>();
        Dues.needed(downTo).forEach(due -> needed.add(due.level() + " " + due.stage()));
        return needed;
    }
}
