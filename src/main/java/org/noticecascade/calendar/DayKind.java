package org.noticecascade.calendar;

/** What a day is to an office, as the month grid shows it. */
public enum DayKind {
    WORKDAY("工作日", true),
    /** A Saturday or Sunday that the yearly arrangement makes a working day. */
    MAKE_UP_DAY("调休上班", true),
    WEEKEND("周末", false),
    /** A day off of a holiday, including a weekend that falls into it. */
    HOLIDAY("放假", false);

    private final String chinese;
    private final boolean working;

    DayKind(String chinese, boolean working) {
        this.chinese = chinese;
        this.working = working;
    }

    public String chinese() {
        return chinese;
    }

    public boolean isWorking() {
        return working;
    }
}
