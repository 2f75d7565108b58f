package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.noticecascade.Refusal;
import org.noticecascade.fuzz.Cases;
import org.noticecascade.fuzz.Mutations;
import org.noticecascade.fuzz.Shown;

/**
 * Spoilt notices: the reader answers each in time, quotes only what stands where it says, and proposes only what the
 * tables take.
 */
class GeneratedNoticesTest {
    private static final int CASES = 10_000;
    private static final int MAX_BYTES = 2_097_152;
    private static final List<String> EXAMPLES = examples();

    private static final List<String> WORDS = List.of(
            "示监发〔2026〕12号",
            "(国市监〔2025〕3号)",
            "第12号",
            "〔2026〕",
            "《",
            "》",
            "关于",
            "的通知",
            "各省、自治区、直辖市监管局（厅、委）：",
            "各司局,",
            ":",
            "：",
            "。",
            "\n",
            "一、",
            "二、",
            "十一、",
            "(一)",
            "（十二）",
            "1.",
            "2、",
            "(1)",
            "(99)",
            "要",
            "请",
            "应",
            "务必",
            "各级",
            "各单位",
            "报送",
            "上报",
            "报告",
            "及时",
            "于2026年10月14日前",
            "10月底前",
            "今年12月31日前",
            "明年",
            "二〇二六年九月十九日",
            "2026年2月30日",
            "0000年1月1日",
            "9999年12月31日",
            "每月21日前",
            "每季度末前",
            "自印发之日起10个工作日内",
            "截止时间为",
            "联系人:张三",
            "联系电话：",
            "010-00000000",
            "0101 ",
            "010)",
            "(传真)",
            "电话",
            "a@b.cn",
            "@",
            "附件",
            "附件:1.样表",
            "附件2",
            "示范监管总局",
            "示范监管总局\n2026年9月19日",
            "(章)",
            "成文日期:2026-09-19",
            "发文机关:示范监管总局",
            "索引号:",
            "发文字号:",
            "标题:",
            "扫一扫",
            "首页 > 政务",
            "特此通知。",
            " ",
            "\u3000",
            "\uD842\uDFB7");

    /** Beginnings of a line that make the reader look closer at the rest of it. */
    private static final List<String> STARTS = List.of(
            "",
            "联系人:",
            "(联系电话:",
            "附件:",
            "附件1:",
            "一、",
            "(一)",
            "1.",
            "各省",
            "关于",
            "示监发〔2026〕1号",
            "示监发〔2026〕1号(",
            "成文日期:",
            "《");

    /** Bytes as uploaded, or text as pasted. */
    private record Input(byte[] bytes, String pasted) {
        NoticeText decoded() {
            return bytes == null ? NoticeText.of(pasted) : NoticeText.decode(bytes, MAX_BYTES);
        }

        int size() {
            return bytes == null ? pasted.length() : bytes.length;
        }

        @Override
        public String toString() {
            return bytes == null
                    ? "pasted: " + pasted
                    : "bytes: " + Shown.of(bytes) + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Test
    void isReadInTimeAndQuotesWhatIsThere() {
        readEach(CASES, EXAMPLES);
    }

    /** The same with the real notice, where it is at hand. */
    @Test
    void soIsTheRealNotice() throws IOException {
        Path real = RealNoticeTest.file();
        Assumptions.assumeTrue(Files.isRegularFile(real), "real notice not at hand: " + real);
        readEach(CASES / 10, List.of(Files.readString(real)));
    }

    private static void readEach(int cases, List<String> examples) {
        int[] read = {0};
        Cases.check(cases, random -> input(random, examples), input -> {
            Duration enough = Duration.ofSeconds(10).plus(Duration.ofNanos(100_000L * input.size()));
            NoticeText text;
            try {
                text = assertTimeoutPreemptively(enough, input::decoded);
            } catch (Refusal refused) {
                assertThat(refused.kind()).isEqualTo(Refusal.Kind.INVALID);
                return;
            }
            ReadNotice notice = assertTimeoutPreemptively(enough, () -> new NoticeReader().read(text));
            new Quoted(text.text()).check(notice);
            read[0]++;
        });
        assertThat(read[0])
                .as("most are text still")
                .isGreaterThan(Cases.of(cases).size() / 3 - 1);
    }

    private static Input input(RandomGenerator random, List<String> examples) {
        Mutations mutations = new Mutations(random, WORDS);
        String text = text(mutations, random, examples);
        return mutations.oneIn(3) ? new Input(null, text) : new Input(mutations.encoded(text), null);
    }

    private static String text(Mutations mutations, RandomGenerator random, List<String> examples) {
        if (mutations.oneIn(5)) {
            return mutations.ofWords(80);
        }
        String example = mutations.oneOf(examples);
        if (mutations.oneIn(8)) {
            int line = example.indexOf('\n', random.nextInt(example.length())) + 1;
            String monotonous = mutations.monotonous(mutations.oneOf(STARTS));
            return example.substring(0, line) + monotonous + "\n" + example.substring(line);
        }
        if (mutations.oneIn(5)) {
            String other = mutations.oneOf(examples);
            example = example.substring(0, random.nextInt(example.length()))
                    + other.substring(random.nextInt(other.length()));
        }
        return mutations.changed(example, 6);
    }

    private static List<String> examples() {
        List<String> examples = new ArrayList<>();
        examples.add(String.join(
                "\n", Sample.NUMBER, Sample.TITLE, Sample.ADDRESSEES, Sample.BODY, Sample.CONTACT, Sample.END));
        try (InputStream demo = GeneratedNoticesTest.class.getResourceAsStream("/demo/demo-notice.txt")) {
            examples.add(new String(demo.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }
}
