package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.xml.parsers.ParserConfigurationException;

/**
 * Finds component descriptions that a bundle lists but Declarative Services ignores. Declarative
 * Services only writes a log entry, and the bundle runs as if nothing were wrong.
 */
final class IgnoredDescriptions {
    private static final String HEADER = "Service-Component";

    private final BundleContext context;

    IgnoredDescriptions(BundleContext context) {
        this.context = context;
    }

    /** Returns one sentence about the faulty descriptions of a running bundle. */
    Optional<String> trouble(Bundle bundle) {
        String header = bundle.getHeaders().get(HEADER);
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        if (header == null || reference == null) {
            return Optional.empty();
        }
        ServiceComponentRuntime runtime = context.getService(reference);
        try {
            Set<String> taken =
                    runtime.getComponentDescriptionDTOs(bundle).stream()
                            .map((ComponentDescriptionDTO component) -> component.name)
                            .collect(Collectors.toCollection(HashSet::new));
            List<String> wrong = new ArrayList<>();
            for (String path : header.split("\\s*,\\s*", 0)) {
                trouble(bundle, path.strip(), taken).ifPresent(wrong::add);
            }
            return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", wrong));
        } finally {
            context.ungetService(reference);
        }
    }

    private static Optional<String> trouble(Bundle bundle, String path, Set<String> taken) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "/" : path.substring(0, slash);
        Enumeration<URL> found =
                path.isEmpty()
                        ? null
                        : bundle.findEntries(folder, path.substring(slash + 1), false);
        if (found == null) {
            return path.isEmpty() || path.contains("*")
                    ? Optional.empty()
                    : Optional.of(
                            "its manifest names %s, and there is no such file".formatted(path));
        }
        for (URL url : Collections.list(found)) {
            String file = url.getPath().replaceFirst("^/", "");
            try (InputStream in = url.openStream()) {
                Names names = new Names();
                DescriptionParser.parse(in, names);
                names.all.removeAll(taken);
                if (!names.all.isEmpty()) {
                    return Optional.of(
                            "%s describes the component %s, and Declarative Services refuses it: the description breaks its rules"
                                    .formatted(file, String.join(", ", names.all)));
                }
            } catch (SAXParseException malformed) {
                return Optional.of(
                        "%s, line %d is malformed XML: %s"
                                .formatted(
                                        file, malformed.getLineNumber(), malformed.getMessage()));
            } catch (SAXException | ParserConfigurationException | IOException failed) {
                return Optional.of("%s cannot be read: %s".formatted(file, failed.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** The names of the components in a file. */
    private static final class Names extends DefaultHandler {
        private final List<String> all = new ArrayList<>();

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            if (local.equals("component")) {
                String given = attributes.getValue("name");
                all.add(given == null ? "without a name" : given);
            } else if (local.equals("implementation")
                    && !all.isEmpty()
                    && all.get(all.size() - 1).equals("without a name")) {
                // the class is the name where there is no other
                all.set(all.size() - 1, String.valueOf(attributes.getValue("class")));
            }
        }

        /** Throws instead of printing, as the parser's default handler would. */
        @Override
        public void fatalError(SAXParseException malformed) throws SAXException {
            throw malformed;
        }
    }
}
