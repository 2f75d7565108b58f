package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.noticecascade.document.Contact.Phone;

class ContactsTest {

    @Test
    void readsTwoTelephonesTheSecondAFax() {
        Contact contact = contact("联系人：样例处 010-00000000、00000001（传真）");
        assertThat(contact.phones()).containsExactly(new Phone("010-00000000", false), new Phone("00000001", true));
    }

    @Test
    void readsAContactOverSeveralLines() {
        Contact contact =
                contact("联系人：甲某、乙某\n联系电话：（010）00000000\n传真：010—00000001\n邮箱：yangli2026001@example.org\n邮编：100000");
        assertThat(contact.phones()).containsExactly(new Phone("010）00000000", false), new Phone("010—00000001", true));
        assertThat(contact.emails()).containsExactly("yangli2026001@example.org");
        assertThat(contact.text()).startsWith("联系人：甲某").endsWith("邮编：100000");
    }

    @Test
    void readsAContactInBracketsWithinASentence() {
        ReadNotice notice = Sample.read(
                Sample.TITLE, Sample.ADDRESSEES, "请各单位于2026年10月14日前报送总局（联系人：甲某，电话：010-00000000）。", Sample.END);
        assertThat(notice.contact().value().text()).isEqualTo("联系人：甲某，电话：010-00000000");
        assertThat(notice.contact().line()).isEqualTo(3);
        assertThat(notice.requirements()).hasSize(1);
    }

    @Test
    void toNameAContactIsARequirementNotAContact() {
        ReadNotice notice = Sample.read(Sample.TITLE, Sample.ADDRESSEES, "请各单位确定1名联系人。", Sample.END);
        assertThat(notice.contact()).isNull();
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("未找到联系人"));
    }

    private static Contact contact(String lines) {
        return Sample.withEnd(lines + "\n" + Sample.END).contact().value();
    }
}
