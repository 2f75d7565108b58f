package org.noticecascade.directory;

import org.noticecascade.Refusal;

/** No unit has this code. */
public class UnknownUnit extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownUnit(String code) {
        super(
                Kind.NOT_FOUND,
                "没有编码为“%s”的单位。请核对单位编码，或先导入该单位。".formatted(code),
                "There is no unit with code '%s'. Check the code, or import the unit first.".formatted(code));
    }
}
