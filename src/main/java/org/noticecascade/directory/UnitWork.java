package org.noticecascade.directory;

/** Asked before a unit ends: whether notices wait for it. */
public interface UnitWork {

    /** How many notices under way the unit still owes something. */
    int openNotices(String unitCode);
}
