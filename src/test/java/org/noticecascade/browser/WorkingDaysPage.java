package org.noticecascade.browser;

/** Cockpit's page of working days, where administrators enter a year's arrangement. */
final class WorkingDaysPage {
    private final Window window;

    WorkingDaysPage(Window window) {
        this.window = window;
    }

    Window window() {
        return window;
    }

    void open() {
        window.find("a[href='#/working-days']").first().click();
        window.find(".nc-entry").waitFor();
    }

    void year(int year) {
        window.find(".nc-year").fill(String.valueOf(year));
        window.find(".nc-year").press("Enter");
        window.find(".nc-calendar .nc-warn").waitFor();
    }

    /** Asks for a preview of the days; nothing is entered. */
    void preview(String documentNumber, String days) {
        window.find(".nc-entry input[type=text]").fill(documentNumber);
        window.find(".nc-lines").fill(days);
        window.find(".nc-entry button[type=submit]").click();
        window.find(".nc-entry h3").waitFor();
    }
}
