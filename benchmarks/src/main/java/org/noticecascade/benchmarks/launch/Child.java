package org.noticecascade.benchmarks.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one contestant in a JVM of its own with 512 MiB of heap and reads the line in which it says what it took. */
final class Child {
    /** How often everybody launches a notice down to the counties before the launch that counts. */
    static final int WARM_UPS = 4;

    private static final String OURS = System.getProperty("java.class.path");

    private Child() {}

    /**
     * @param engine whose class path to use, empty for the service's own
     * @return the named numbers of the child's last result line; empty if it printed none
     * @throws IllegalStateException if the child ended with an error
     */
    static Map<String, Double> run(String engine, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-Duser.timezone=Asia/Shanghai"));
        String more = System.getProperty("launch.options");
        if (more != null) {
            command.addAll(List.of(more.split("#")));
        }
        command.addAll(List.of("-cp", engine.isEmpty() ? OURS : classPath(engine), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Map<String, Double> result = new HashMap<>();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith(Measure.MARK)) {
                    result.putAll(numbers(line.substring(Measure.MARK.length())));
                }
            }
        }
        if (process.waitFor() != 0) {
            said.stream().limit(60).forEach(System.err::println);
            throw new IllegalStateException("%s %s ended with an error".formatted(main.getSimpleName(), List.of(arguments)));
        }
        return result;
    }

    /** A contestant's work; a failure ends its JVM, which job executors and pools would keep alive. */
    interface Work {
        void run() throws Exception;
    }

    /** Does the work and ends this JVM. */
    static void exitAfter(Work work) {
        try {
            work.run();
            System.exit(0);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static String classPath(String engine) throws IOException {
        return Path.of("target", "classes") + ":" + Files.readString(Path.of("target", engine + ".classpath")).strip();
    }

    private static Map<String, Double> numbers(String words) {
        Map<String, Double> numbers = new HashMap<>();
        for (String word : words.split(" ")) {
            numbers.put(word.substring(0, word.indexOf('=')), Double.valueOf(word.substring(word.indexOf('=') + 1)));
        }
        return numbers;
    }
}
