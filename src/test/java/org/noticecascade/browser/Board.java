package org.noticecascade.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The supervisors' board in Cockpit. */
final class Board {
    private final Window window;

    Board(Window window) {
        this.window = window;
    }

    Window window() {
        return window;
    }

    /** The notices under way. */
    Board list() {
        window.find("a.nc-nav").click();
        window.find(".nc-notices tbody tr").first().waitFor();
        return this;
    }

    /** Opens the newest notice of the list. */
    Board openNotice() {
        window.find(".nc-notices tbody th a").first().click();
        window.find(".nc-units-table tbody tr").first().waitFor();
        return this;
    }

    /** Asks for everything again, as "reload" of the browser does. */
    Board reload() {
        window.page().reload();
        window.find(".nc-units-table tbody tr").first().waitFor();
        return this;
    }

    /** The line of a unit. */
    Locator unit(String name) {
        return window.find(".nc-units-table tbody tr")
                .filter(new Locator.FilterOptions().setHas(window.page().getByRole(AriaRole.BUTTON, exactly(name))));
    }

    private static GetByRoleOptions exactly(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    String lightOf(String name) {
        return cell(name, "light");
    }

    String stageOf(String name) {
        return cell(name, "stage");
    }

    private String cell(String name, String column) {
        return unit(name).locator(".nc-col-" + column).innerText().strip();
    }

    /** One of the sums above the units. */
    String count(String label) {
        return window.find(".nc-figures > div")
                .filter(new Locator.FilterOptions().setHas(window.page().getByText(label)))
                .first()
                .locator("dd")
                .innerText()
                .strip();
    }

    /** Opens a unit's details beside the table. */
    Board details(String name) {
        unit(name).locator(".nc-name").click();
        window.find(".nc-panel .nc-ledger")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return this;
    }

    Board closeDetails() {
        window.find(".nc-panel-head button").click();
        window.find(".nc-panel").waitFor(Window.hidden());
        return this;
    }
}
