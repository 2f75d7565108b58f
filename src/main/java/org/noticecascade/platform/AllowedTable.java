package org.noticecascade.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.EditableTable.Fault;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a decision table may hold so that it is a table and no program: the released table's inputs, plain tests in the
 * conditions and plain values in the answers. Languages, functions, other decisions and document types are not among
 * it.
 */
final class AllowedTable {
    private static final int MOST_RULES = 500;
    private static final int LONGEST_CELL = 500;
    private static final int MOST_SHOWN = 5;

    private static final String NUMBER = "-?\\d{1,9}(?:\\.\\d{1,6})?";
    private static final String VALUE = "(?:\"[^\"\\\\$#]{0,100}\"|" + NUMBER + "|true|false)";
    private static final String VALUES = VALUE + "(?:\\s*,\\s*" + VALUE + ")*";
    private static final String TEST =
            "(?:(?:[<>]=?\\s*)?" + VALUE + "|[\\[(\\]]\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*[\\])\\[])";
    private static final String TESTS = TEST + "(?:\\s*,\\s*" + TEST + ")*";
    private static final Pattern CONDITION = Pattern.compile("-?|" + TESTS + "|not\\(\\s*" + TESTS + "\\s*\\)");
    private static final Pattern ANSWER = Pattern.compile("|" + VALUE);
    private static final Pattern CHOICE = Pattern.compile("|" + VALUES);

    private static final AllowedXml XML = new AllowedXml(
            Map.of(
                    "https://www.omg.org/spec/DMN/20191111/MODEL/", "",
                    "https://www.omg.org/spec/DMN/20191111/DMNDI/", "di",
                    "http://www.omg.org/spec/DMN/20180521/DC/", "dc",
                    "http://camunda.org/schema/modeler/1.0", "modeler",
                    "http://bpmn.io/schema/dmn/biodi/2.0", "biodi",
                    "http://camunda.org/schema/1.0/dmn", "camunda"),
            AllowedXml.attributes("""
                    definitions id name namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
                    decision id name camunda:historyTimeToLive
                    description
                    decisionTable id hitPolicy biodi:annotationsWidth
                    input id label biodi:width
                    inputExpression id typeRef
                    inputValues id
                    output id label name typeRef biodi:width
                    outputValues id
                    rule id
                    inputEntry id
                    outputEntry id
                    text"""),
            AllowedXml.names("di:DMNDI di:DMNDiagram di:DMNShape dc:Bounds"));

    private AllowedTable() {}

    /** What the table holds and may not; empty if it may be deployed. */
    static List<Fault> faultsIn(byte[] file) {
        Document document = AllowedXml.read(file);
        if (document == null) {
            return List.of(new Fault("不是可读取的 XML（不允许 DOCTYPE）", "it is no readable XML, or has a DOCTYPE"));
        }
        List<Fault> faults = new ArrayList<>(XML.faultsIn(document));
        if (faults.isEmpty()) {
            checkDecision(document.getDocumentElement(), faults);
        }
        return faults.stream().limit(MOST_SHOWN).toList();
    }

    private static void checkDecision(Element definitions, List<Fault> faults) {
        List<Element> decisions = named(definitions, "decision");
        if (decisions.size() == 1 && named(definitions, "decisionTable").size() == 1) {
            check(decisions.get(0), faults);
        } else {
            faults.add(new Fault("文件须恰好含有一张决策表", "the file must hold just one decision table"));
        }
    }

    private static void check(Element decision, List<Fault> faults) {
        Set<String> known = releasedInputs(decision.getAttribute("id"));
        List<Element> inputs = named(decision, "inputExpression");
        inputs.stream()
                .map(AllowedTable::textOf)
                .filter(text -> !known.contains(text))
                .forEach(text -> faults.add(new Fault(
                        "输入列“%s”不是本表的输入".formatted(shown(text)),
                        "\"%s\" is no input of this table".formatted(shown(text)))));
        List<Element> choices = new ArrayList<>(named(decision, "inputValues"));
        choices.addAll(named(decision, "outputValues"));
        choices.stream()
                .map(AllowedTable::textOf)
                .filter(text -> isNot(CHOICE, text))
                .forEach(text -> faults.add(new Fault(
                        "可选值“%s”不是普通取值".formatted(shown(text)), "\"%s\" are no plain values".formatted(shown(text)))));
        List<Element> rules = named(decision, "rule");
        if (rules.size() > MOST_RULES) {
            faults.add(new Fault("规则超过 %d 条".formatted(MOST_RULES), "it has more than %d rules".formatted(MOST_RULES)));
            return;
        }
        for (int i = 0; i < rules.size(); i++) {
            checkCells(i + 1, rules.get(i), "inputEntry", CONDITION, faults);
            checkCells(i + 1, rules.get(i), "outputEntry", ANSWER, faults);
        }
    }

    private static void checkCells(int rule, Element row, String kind, Pattern allowed, List<Fault> faults) {
        List<Element> cells = named(row, kind);
        boolean condition = "inputEntry".equals(kind);
        for (int i = 0; i < cells.size(); i++) {
            String text = textOf(cells.get(i));
            if (isNot(allowed, text)) {
                faults.add(new Fault(
                        "第 %d 条规则的%s第 %d 格“%s”不是普通%s"
                                .formatted(rule, condition ? "条件" : "结果", i + 1, shown(text), condition ? "条件" : "取值"),
                        "rule %d, %s %d: \"%s\" is no plain %s"
                                .formatted(
                                        rule,
                                        condition ? "condition" : "answer",
                                        i + 1,
                                        shown(text),
                                        condition ? "test" : "value")));
            }
        }
    }

    /** The inputs of the table of that name that came with the service; none if there is no such table. */
    private static Set<String> releasedInputs(String key) {
        byte[] file = released(key);
        Document document = file == null ? null : AllowedXml.read(file);
        return document == null
                ? Set.of()
                : named(document.getDocumentElement(), "inputExpression").stream()
                        .map(AllowedTable::textOf)
                        .collect(Collectors.toSet());
    }

    /** The file of that table as it came with the service. */
    static byte @Nullable [] released(String key) {
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(Deployer.TABLES)) {
                if ((key + ".dmn").equals(resource.getFilename())) {
                    return resource.getContentAsByteArray();
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the tables of this release", e);
        }
    }

    private static boolean isNot(Pattern allowed, String text) {
        return text.length() > LONGEST_CELL || !allowed.matcher(text).matches();
    }

    private static List<Element> named(Element top, String name) {
        return AllowedXml.allIn(top).stream()
                .filter(element -> XML.nameOf(element).equals(name))
                .toList();
    }

    private static String textOf(Element cell) {
        return cell.getTextContent().strip();
    }

    private static String shown(String text) {
        return SecurityLog.cleaned(text);
    }
}
