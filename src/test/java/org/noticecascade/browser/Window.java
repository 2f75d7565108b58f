package org.noticecascade.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** A browser of one's own with one page, as a Chinese desktop has it: language, zone, size. */
final class Window implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=zh-CN");
    private static final double PATIENCE_MILLIS = 60_000;
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final Path profile;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final String address;

    private Window(Path profile, BrowserContext context, String address) {
        this.profile = profile;
        this.context = context;
        this.page = context.pages().get(0);
        this.address = address;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Opens it at the time the scene has come to, with a folder of its own for what the browser keeps. */
    static Window open(Playwright playwright, Scene scene) {
        Path profile = DemoService.FOLDER.resolve("profile-" + OPENED.incrementAndGet());
        clear(profile);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LANGUAGE", "zh_CN");
        BrowserContext context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(Path.of(System.getProperty("browser.chromium", "/usr/bin/chromium")))
                                .setArgs(FLAGS)
                                .setEnv(environment)
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai")
                                .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        context.addInitScript(clockAhead(scene.ahead()));
        return new Window(profile, context, scene.address());
    }

    /** The demo's clock runs ahead of the computer's; the browser's goes with it. */
    private static String clockAhead(Duration ahead) {
        return """
                const ahead = %d;
                Date = class extends Date {
                  constructor(...given) { given.length > 0 ? super(...given) : super(Date.now()); }
                  static now() { return super.now() + ahead; }
                };""".formatted(ahead.toMillis());
    }

    Page page() {
        return page;
    }

    void go(String path) {
        page.navigate(address + path);
    }

    /** What the service answers to a call from this page, signed in as it is. */
    int status(String path) {
        return page.request().get(address + path).status();
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Keeps the window as it is below {@code target/browser}. */
    void picture(String name) {
        settle();
        page.screenshot(new Page.ScreenshotOptions().setPath(Pictures.of(name)));
        Pictures.hand(name);
    }

    /** Keeps what was seen when something went wrong, and says what the page complained of. */
    void failed(String who) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Pictures.of("failed-" + who)));
        complaints.forEach(System.err::println);
    }

    /** The same with a part of the page at the top of what is seen. */
    void picture(String name, String at) {
        find(at).first().evaluate("element => element.scrollIntoView({block: 'start'})");
        picture(name);
    }

    /** Keeps what it looks like on a phone, with a part of the page at the top. */
    void phonePicture(String name, String at) {
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        picture(name, at);
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** Does something in a window as narrow as a phone's. */
    void onPhone(Runnable look) {
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        settle();
        look.run();
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** Nothing serious is wrong with the part of the page that is ours, for people who cannot see or use a mouse. */
    void isAccessible(String part) {
        List<Rule> violations =
                new AxeBuilder(page).include(part).setLegacyMode(true).analyze().getViolations();
        assertThat(violations)
                .filteredOn(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .as("accessibility of " + part)
                .isEmpty();
    }

    /**
     * Waits until nothing moves any more: fonts are there, animations have ended, nothing says that it is loading. The
     * frame that a click leaves around a link is taken away.
     */
    private void settle() {
        page.evaluate("() => document.activeElement?.matches('a, button') && document.activeElement.blur()");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction(
                "() => document.fonts.status === 'loaded' && document.getAnimations().every(a => a.playState !== 'running')");
        find("[aria-busy=true]").first().waitFor(hidden());
    }

    static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    @Override
    public void close() {
        context.close();
        clear(profile);
    }

    private static void clear(Path profile) {
        try {
            FileSystemUtils.deleteRecursively(profile);
            Files.createDirectories(profile.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
