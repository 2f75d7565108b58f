package org.noticecascade.directory.web;

import java.util.List;

/** @param page from 0 */
record UnitPage(List<UnitView> items, long total, int page, int size) {}
