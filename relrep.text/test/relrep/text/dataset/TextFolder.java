package relrep.text.dataset;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.api.tck.DynamicChecks;
import relrep.api.tck.Setting;
import relrep.files.Checksum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A folder of sets that a test writes, with a listing of checksums, and the loads from it. */
final class TextFolder {
    private final Path top;
    private final List<String> notes = new ArrayList<>();

    TextFolder(Path top) {
        this.top = top;
    }

    TextFolder write(String name, String content) throws IOException {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TextFolder write(String name, byte[] content) throws IOException {
        Path file = top.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return list();
    }

    static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    /** Lists all files anew. */
    TextFolder list() throws IOException {
        StringBuilder sums = new StringBuilder();
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.endsWith("SHA256SUMS")) {
                    sums.append(Checksum.of(file))
                            .append("  ")
                            .append(top.relativize(file).toString().replace('\\', '/'))
                            .append('\n');
                }
            }
        }
        Files.writeString(top.resolve("SHA256SUMS"), sums);
        return this;
    }

    TextFolder unlist() throws IOException {
        Files.delete(top.resolve("SHA256SUMS"));
        return this;
    }

    Path file(String name) {
        return top.resolve(name);
    }

    List<String> notes() {
        return notes;
    }

    DataPlaces places() {
        return new DataPlaces(List.of(top), top.resolve("no-cache"), false);
    }

    Split load(Dataset dataset) {
        return dataset.load(places(), run());
    }

    /** Returns the message of the refusal, with the folder replaced by a dot. */
    String refusal(Dataset dataset) {
        return shown(assertThrows(InvalidInputException.class, () -> load(dataset)));
    }

    String absence(Dataset dataset) {
        return shown(assertThrows(UnavailableException.class, () -> load(dataset)));
    }

    Stream<DynamicTest> checks(Dataset dataset) {
        return DynamicChecks.of(dataset, new Setting(Seed.of(1), places(), Map.of()));
    }

    private String shown(RuntimeException e) {
        return e.getMessage().replace(top.toString(), ".");
    }

    private Run run() {
        return new Run() {
            @Override
            public Seed seed() {
                return Seed.of(1);
            }

            @Override
            public void step(long done, long total) {}

            @Override
            public Run part(String name, double share) {
                return this;
            }

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        };
    }
}
