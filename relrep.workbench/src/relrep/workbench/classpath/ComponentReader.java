package relrep.workbench.classpath;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import relrep.workbench.classpath.Component.Reference;
import relrep.workbench.plugins.DescriptionParser;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.parsers.ParserConfigurationException;

/**
 * Reads a description of components (Declarative Services, OSGi Compendium 8, chapter 112).
 * Properties files that a description includes are not read.
 */
final class ComponentReader extends DefaultHandler {
    private final BundleJar jar;
    private final List<Component> found = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Map<String, String> component = Map.of();
    private String className = "";
    private String property = "";
    private String type = "";
    private List<String> interfaces = new ArrayList<>();
    private Map<String, Object> properties = new LinkedHashMap<>();
    private List<Reference> references = new ArrayList<>();

    private ComponentReader(BundleJar jar) {
        this.jar = jar;
    }

    /**
     * Reads one file of a jar.
     *
     * @throws IOException when it is missing, or is not XML
     */
    static List<Component> read(BundleJar jar, String path) throws IOException {
        ComponentReader reader = new ComponentReader(jar);
        try (InputStream in = jar.open(path)) {
            DescriptionParser.parse(in, reader);
        } catch (SAXException | ParserConfigurationException | NumberFormatException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
        return reader.found;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes given) {
        text.setLength(0);
        switch (local) {
            case "component" -> begin(given);
            case "implementation" -> className = String.valueOf(given.getValue("class"));
            case "provide" -> interfaces.add(given.getValue("interface"));
            case "property" -> {
                property = given.getValue("name");
                type = Optional.ofNullable(given.getValue("type")).orElse("String");
                if (given.getValue("value") != null) {
                    properties.put(property, value(type, given.getValue("value")));
                }
            }
            case "reference" -> references.add(reference(given));
            default -> {
                // service, properties, factory-property: nothing of a plugin
            }
        }
    }

    private void begin(Attributes given) {
        component = new LinkedHashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            component.put(given.getLocalName(i), given.getValue(i));
        }
        interfaces = new ArrayList<>();
        properties = new LinkedHashMap<>();
        references = new ArrayList<>();
    }

    private static Reference reference(Attributes given) {
        return new Reference(
                given.getValue("interface"),
                Optional.ofNullable(given.getValue("cardinality")).orElse("1..1"),
                Optional.ofNullable(given.getValue("target")),
                Optional.ofNullable(given.getValue("parameter")).map(Integer::valueOf),
                Optional.ofNullable(given.getValue("field")),
                Optional.ofNullable(given.getValue("bind")));
    }

    @Override
    public void characters(char[] letters, int start, int length) {
        text.append(letters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
        if (local.equals("property") && !properties.containsKey(property)) {
            String[] lines = text.toString().strip().split("\\s*\\R\\s*");
            String of = type;
            properties.put(property, List.of(lines).stream().map(one -> value(of, one)).toList());
        } else if (local.equals("component")) {
            found.add(
                    new Component(
                            jar,
                            className,
                            interfaces,
                            properties,
                            references,
                            Integer.parseInt(component.getOrDefault("init", "0")),
                            Optional.ofNullable(component.get("activate")),
                            component
                                    .getOrDefault("configuration-policy", "optional")
                                    .equals("require")));
        }
    }

    /** Returns a value of the declared type, or the text itself where it cannot be converted. */
    private static Object value(String type, String text) {
        return switch (type) {
            case "Integer" -> Integer.valueOf(text);
            case "Long" -> Long.valueOf(text);
            case "Double" -> Double.valueOf(text);
            case "Float" -> Float.valueOf(text);
            case "Boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    /** Throws instead of printing, as the parser's default handler would. */
    @Override
    public void fatalError(SAXParseException malformed) throws SAXException {
        throw malformed;
    }
}
