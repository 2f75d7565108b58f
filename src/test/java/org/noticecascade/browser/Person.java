package org.noticecascade.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A person in front of Tasklist: what one can do there, in the words of the house. */
final class Person implements AutoCloseable {
    /** Of all demo persons. */
    static final String PASSWORD = "Demo-2026-cascade";

    private final Window window;
    private final String user;

    private Person(Window window, String user) {
        this.window = window;
        this.user = user;
    }

    /** Sits down before a browser of one's own, not yet signed in. */
    static Person before(Playwright playwright, Scene scene, String user) {
        return new Person(Window.open(playwright, scene), user);
    }

    /** Opens a browser of one's own, does the work and closes it again; a failure leaves a picture. */
    static void be(Playwright playwright, Scene scene, String user, Consumer<Person> work) {
        try (Person person = before(playwright, scene, user)) {
            try {
                work.accept(person);
            } catch (RuntimeException | AssertionError failure) {
                person.window.failed(user);
                throw failure;
            }
        }
    }

    Window window() {
        return window;
    }

    /** Signs in to Tasklist and waits for the lists. */
    Person signIn() {
        signInAt("/camunda/app/tasklist/");
        window.page().getByText("我的待办").first().waitFor();
        return this;
    }

    /** Signs in to Cockpit, where the board is. */
    Board watch() {
        signInAt("/camunda/app/cockpit/");
        window.find("a.nc-nav").waitFor();
        return new Board(window);
    }

    /** Gives name and password to one of the web applications and does not wait for what comes of it. */
    void signInAt(String application) {
        window.go(application);
        giveNameAndPassword();
    }

    private void giveNameAndPassword() {
        Locator name = window.find("input[ng-model=username]");
        Locator password = window.find("input[ng-model=password]");
        // The page puts the cursor into the first field when it is ready, also while the second is being filled.
        for (int tries = 0; tries < 10; tries++) {
            name.fill(user);
            password.fill(PASSWORD);
            if (name.inputValue().equals(user) && password.inputValue().equals(PASSWORD)) {
                break;
            }
        }
        window.find("button[type=submit]").click();
    }

    /** Opens the task with that name without claiming it; waits until it is in the list. */
    void open(String name) {
        card(name).waitFor();
        card(name).click();
        window.find("nc-head header").waitFor();
    }

    /** Opens the task with that name and claims it. */
    void take(String name) {
        open(name);
        window.find("[ng-click='claim()']").first().click();
        window.find(".disabled-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        awaitForm();
    }

    /** The form has its task's data and would take a submission. */
    private void awaitForm() {
        window.find("nc-form .nc-top:empty")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    Locator card(String name) {
        return window.find(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    /** One of the lists at the left, with the number behind its name. */
    Locator list(String name) {
        return window.find(".task-filter h4.name")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    /** Writes into the field of that name, or chooses from it. */
    void write(String field, Object value) {
        Locator control = field(field).locator("input, textarea, select").first();
        if (control.evaluate("element => element.tagName").equals("SELECT")) {
            control.selectOption(value.toString());
        } else {
            control.fill(value.toString());
        }
    }

    Locator field(String name) {
        return window.find(".nc-form [name='%s']".formatted(name));
    }

    /** Adds files as evidence and waits until each is kept. */
    void attach(Path... files) {
        window.find("nc-evidence input[type=file]").setInputFiles(files);
        for (Path file : files) {
            evidence(file.getFileName().toString()).waitFor();
        }
    }

    /** The line of a file that the service has. */
    Locator evidence(String fileName) {
        return window.find("nc-form .nc-files a")
                .filter(new Locator.FilterOptions().setHasText(fileName))
                .first();
    }

    void agree() {
        window.find(".nc-choice:not(.nc-choice-return)").click();
    }

    void sendBack(String reason) {
        window.find(".nc-choice-return").click();
        window.find(".nc-reason textarea").fill(reason);
    }

    /** Presses "complete" and waits until Tasklist has let the task go. */
    void finish() {
        awaitForm();
        window.find(".form-actions .btn-primary").click();
        window.find("nc-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Opens one of the tabs beside the form. */
    void tab(String label) {
        window.find(".task-details .nav-tabs a, .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
    }

    @Override
    public void close() {
        window.close();
    }
}
