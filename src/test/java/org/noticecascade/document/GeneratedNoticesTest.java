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
import org.noticecascade.fuzz.SpoiltNotices;

/**
 * Spoilt notices: the reader answers each in time, quotes only what stands where it says, and proposes only what the
 * tables take.
 */
class GeneratedNoticesTest {
    private static final int CASES = 10_000;
    private static final int MAX_BYTES = 2_097_152;
    private static final List<String> EXAMPLES = examples();

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
        Mutations mutations = new Mutations(random, SpoiltNotices.WORDS);
        String text = SpoiltNotices.next(mutations, random, examples);
        return mutations.oneIn(3) ? new Input(null, text) : new Input(mutations.encoded(text), null);
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
