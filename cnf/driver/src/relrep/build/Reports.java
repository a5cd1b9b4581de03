package relrep.build;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** Reads JUnit's XML reports: the counts, and the reasons of skipped tests. */
final class Reports {
    private final List<Element> cases = new ArrayList<>();

    Reports(Path folder) throws IOException {
        for (Path file : Room.files(folder)) {
            if (file.toString().endsWith(".xml")) {
                read(file);
            }
        }
    }

    Tally tally() {
        int failed = 0;
        int skipped = 0;
        for (Element test : cases) {
            if (has(test, "failure") || has(test, "error")) {
                failed++;
            } else if (has(test, "skipped")) {
                skipped++;
            }
        }
        return new Tally(cases.size() - failed - skipped, failed, skipped);
    }

    private void read(Path file) throws IOException {
        try {
            NodeList found =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getElementsByTagName("testcase");
            for (int i = 0; i < found.getLength(); i++) {
                cases.add((Element) found.item(i));
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not a JUnit report: " + e.getMessage(), e);
        }
    }

    private static boolean has(Element test, String child) {
        for (Node node = test.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (child.equals(node.getNodeName())) {
                return true;
            }
        }
        return false;
    }
}
