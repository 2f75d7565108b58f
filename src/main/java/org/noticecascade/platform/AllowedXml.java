package org.noticecascade.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.EditableTable.Fault;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The elements and attributes a file may hold, each under the prefix given here whatever the file calls it. Anything
 * else in it is a fault: what the engine would make of it is not asked.
 *
 * @param prefixes by namespace; an attribute without a namespace has no prefix
 * @param attributes that an element may have, by the element
 * @param drawing elements of the drawing, which the engine does not run; their attributes are free
 */
record AllowedXml(Map<String, String> prefixes, Map<String, Set<String>> attributes, Set<String> drawing) {
    private static final int DEEPEST = 30;

    /** Attributes by element from lines such as {@code userTask id name camunda:formKey}. */
    static Map<String, Set<String>> attributes(String lines) {
        return lines.lines()
                .map(line -> List.of(line.strip().split(" ")))
                .collect(Collectors.toMap(words -> words.get(0), words -> Set.copyOf(words.subList(1, words.size()))));
    }

    static Set<String> names(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }

    /** Reads a file without a document type or anything from elsewhere; {@code null} if it is no such XML. */
    static @Nullable Document read(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(file));
        } catch (SAXException e) {
            return null;
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("The XML parser of this machine cannot be used", e);
        }
    }

    /** Every element and attribute that is not allowed. */
    List<Fault> faultsIn(Document document) {
        List<Fault> faults = new ArrayList<>();
        check(document.getDocumentElement(), 0, faults);
        return faults;
    }

    private void check(Element element, int depth, List<Fault> faults) {
        String name = nameOf(element);
        boolean drawn = drawing.contains(name) && (depth == 1 || isDrawn(element.getParentNode()));
        Set<String> allowed = attributes.get(name);
        if (depth > DEEPEST || (!drawn && allowed == null)) {
            faults.add(fault(element, name));
            return;
        }
        for (Attr attribute : attributesOf(element)) {
            if (!drawn && allowed != null && !allowed.contains(nameOf(attribute))) {
                faults.add(fault(element, name + "/@" + nameOf(attribute)));
            }
        }
        childrenOf(element).forEach(child -> check(child, depth + 1, faults));
    }

    private boolean isDrawn(Node node) {
        return drawing.contains(nameOf(node));
    }

    /** Its name under our prefix; unknown namespaces and names in none stay as they are written, in braces. */
    String nameOf(Node node) {
        String namespace = node.getNamespaceURI();
        if (namespace == null) {
            return node instanceof Attr ? node.getLocalName() : "{}" + node.getLocalName();
        }
        String prefix = prefixes.get(namespace);
        if (prefix == null) {
            return "{" + namespace + "}" + node.getLocalName();
        }
        return prefix.isEmpty() && node instanceof Element ? node.getLocalName() : prefix + ":" + node.getLocalName();
    }

    static List<Attr> attributesOf(Element element) {
        List<Attr> found = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                found.add(attribute);
            }
        }
        return found;
    }

    static List<Element> childrenOf(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                found.add(one);
            }
        }
        return found;
    }

    /** All elements below and including this one. */
    static List<Element> allIn(Element element) {
        List<Element> found = new ArrayList<>(List.of(element));
        childrenOf(element).forEach(child -> found.addAll(allIn(child)));
        return found;
    }

    private static Fault fault(Element element, String what) {
        String id = SecurityLog.cleaned(element.getAttribute("id"));
        String shown = SecurityLog.cleaned(what);
        return new Fault(
                "元素 %s 含有不允许的 %s".formatted(id, shown), "%s has %s, which is not allowed".formatted(id, shown));
    }
}
