package org.noticecascade.document;

import java.util.List;

/** Builds invented notices for tests: a complete one, of which a test replaces the part it is about. */
final class Sample {
    static final String NUMBER = "示监发〔2026〕12号";
    static final String TITLE = "示范监管总局关于开展样例检查的通知";
    static final String ADDRESSEES = "各省、自治区、直辖市监管局（厅、委）：";
    static final String BODY = "现将有关事项通知如下。\n一、开展检查\n（一）制定计划。结合实际制定计划。\n（二）组织检查。分批组织检查。";
    static final String CONTACT = "联系人：样例处 010-00000000";
    static final String END = "示范监管总局\n2026年9月19日";

    private Sample() {}

    static ReadNotice read(String... parts) {
        return new NoticeReader().read(NoticeText.of(String.join("\n", parts)));
    }

    static ReadNotice withBody(String body) {
        return read(NUMBER, TITLE, ADDRESSEES, body, CONTACT, END);
    }

    static ReadNotice withHead(String head) {
        return read(head, ADDRESSEES, BODY, CONTACT, END);
    }

    static ReadNotice withEnd(String end) {
        return read(NUMBER, TITLE, ADDRESSEES, BODY, end);
    }

    static ReadNotice withAddressees(String addressees) {
        return read(NUMBER, TITLE, addressees, BODY, CONTACT, END);
    }

    static List<String> remarks(ReadNotice notice) {
        return notice.remarks().stream().map(Remark::text).toList();
    }
}
