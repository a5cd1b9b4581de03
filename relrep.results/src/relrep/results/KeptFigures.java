package relrep.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Copies the small figures of a run, and shows them in Markdown.
 *
 * @param from the figures of the run
 * @param to the folder for the copies
 */
record KeptFigures(Path from, Path to) {
    /** The greatest size in bytes of a kept picture or page. */
    static final long LIMIT = 300_000;

    private static final long DATA_LIMIT = 50_000;

    /**
     * Copies the figures. Returns the part of the summary that shows them; empty without figures.
     */
    String keep() throws IOException {
        List<String> left = new ArrayList<>();
        for (Path file : files(from)) {
            String name = file.getFileName().toString();
            if (Files.size(file) <= most(name)) {
                Files.createDirectories(to);
                Files.copy(file, to.resolve(name));
            } else {
                left.add("%s (%d kB)".formatted(name, Files.size(file) / 1000));
            }
        }
        if (!Files.isDirectory(to)) {
            return "";
        }
        StringBuilder shown = new StringBuilder("\n## Figures\n");
        for (String name : names()) {
            shown.append('\n').append(picture(name)).append('\n');
        }
        if (!left.isEmpty()) {
            shown.append(
                    "\nLeft out here, as bulky or binary; the same command makes them: %s.\n"
                            .formatted(String.join(", ", left)));
        }
        return shown.toString();
    }

    private static long most(String name) {
        if (name.endsWith(".png") || name.endsWith(".svg")) {
            return LIMIT;
        }
        return name.endsWith(".csv") ? DATA_LIMIT : 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Returns the names of the kept pictures, without endings. */
    private TreeSet<String> names() throws IOException {
        return files(to).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> most(name) == LIMIT)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the PNG, if there is one, with a link to the SVG. */
    private String picture(String name) throws IOException {
        Path drawing = to.resolve(name + ".svg");
        String ending = Files.exists(to.resolve(name + ".png")) ? ".png" : ".svg";
        String picture = "![%s](figures/%s%s)".formatted(title(name), name, ending);
        return Files.exists(drawing) ? "[%s](figures/%s.svg)".formatted(picture, name) : picture;
    }

    private String title(String name) throws IOException {
        Path drawing = from.resolve(name + ".svg");
        String title = Files.exists(drawing) ? title(drawing).replaceAll("[\\[\\]]", "") : "";
        return title.isEmpty() ? name : title;
    }

    /** Returns the first title in a drawing as Markdown; empty if there is none. */
    private static String title(Path drawing) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(drawing)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("title")) {
                    return xml.getElementText()
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;");
                }
            }
            return "";
        } catch (XMLStreamException broken) {
            throw new IOException("'%s' must be SVG, and is not".formatted(drawing), broken);
        }
    }
}
