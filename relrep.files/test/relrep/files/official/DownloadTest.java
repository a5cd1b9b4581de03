package relrep.files.official;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.DataPlaces;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.files.Checksum;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tests downloads from a server on this machine that fails in many ways. */
class DownloadTest {
    private static final byte[] CONTENT = bytes(300_000);
    private static final OfficialFile FILE =
            OfficialFile.of("pictures.gz", CONTENT.length, Checksum.of(CONTENT));

    @TempDir Path cache;

    @Test
    void bringsAFileIntoTheCacheAndTellsHowFar() throws IOException {
        try (Loopback server = Loopback.serving(CONTENT)) {
            Telling run = new Telling(Long.MAX_VALUE);
            Path file = fetch(run, server.address());
            assertEquals(cache.resolve("set/pictures.gz"), file);
            assertArrayEquals(CONTENT, Files.readAllBytes(file));
            assertEquals(CONTENT.length, run.steps.get(run.steps.size() - 1));
            assertEquals(
                    List.of("downloading %spictures.gz (300000 bytes)".formatted(server.address())),
                    run.notes);
            assertFalse(Files.exists(part()), "nothing is left of the part");
        }
    }

    @Test
    void goesOnWhereTheConnectionWasCut() throws IOException {
        try (Loopback server = Loopback.cutting(CONTENT, 120_000)) {
            assertArrayEquals(CONTENT, Files.readAllBytes(fetch(server.address())));
            assertEquals(List.of("null", "bytes=120000-", "bytes=240000-"), server.ranges());
        }
    }

    @Test
    void goesOnWhereAnEarlierProcessStopped() throws IOException {
        leavePart(Arrays.copyOf(CONTENT, 100_000));
        try (Loopback server = Loopback.serving(CONTENT)) {
            assertArrayEquals(CONTENT, Files.readAllBytes(fetch(server.address())));
            assertEquals(List.of("bytes=100000-"), server.ranges());
        }
    }

    @Test
    void keepsWhatCameWhenItIsCancelled() throws IOException {
        try (Loopback server = Loopback.serving(CONTENT)) {
            assertThrows(
                    CancelledException.class, () -> fetch(new Telling(100_000), server.address()));
            long kept = Files.size(part());
            assertTrue(kept >= 100_000 && kept < CONTENT.length, "kept " + kept);
            assertArrayEquals(CONTENT, Files.readAllBytes(fetch(server.address())));
            assertEquals(List.of("null", "bytes=" + kept + "-"), server.ranges());
        }
    }

    @Test
    void beginsAnewWhereTheServerKnowsNoParts() throws IOException {
        leavePart(Arrays.copyOf(CONTENT, 100_000));
        try (Loopback server = Loopback.withoutRanges(CONTENT)) {
            assertArrayEquals(CONTENT, Files.readAllBytes(fetch(server.address())));
        }
    }

    @Test
    void beginsAnewWhenThePartWasWrong() throws IOException {
        leavePart(new byte[100_000]);
        try (Loopback server = Loopback.serving(CONTENT)) {
            assertArrayEquals(CONTENT, Files.readAllBytes(fetch(server.address())));
            assertEquals(List.of("bytes=100000-", "null"), server.ranges());
        }
    }

    @Test
    void takesAPartThatIsWholeWithoutAsking() throws IOException {
        leavePart(CONTENT);
        try (Loopback server = Loopback.refusing(404)) {
            assertArrayEquals(CONTENT, Files.readAllBytes(fetch(server.address())));
            assertEquals(List.of(), server.ranges());
        }
    }

    @Test
    void throwsAPartAwayThatIsTooLong() throws IOException {
        leavePart(new byte[CONTENT.length + 1]);
        try (Loopback server = Loopback.serving(CONTENT)) {
            assertArrayEquals(CONTENT, Files.readAllBytes(fetch(server.address())));
        }
    }

    @Test
    void refusesAWrongChecksumAndKeepsNothing() throws IOException {
        byte[] other = CONTENT.clone();
        other[200_000]++;
        try (Loopback server = Loopback.serving(other)) {
            InvalidInputException refused =
                    assertThrows(InvalidInputException.class, () -> fetch(server.address()));
            assertEquals(
                    "%spictures.gz must have the official checksum, SHA-256 %s, but has %s"
                            .formatted(server.address(), FILE.sha256(), Checksum.of(other)),
                    refused.getMessage());
        }
        try (var left = Files.list(cache.resolve("set"))) {
            assertEquals(List.of(".lock"), left.map(p -> p.getFileName().toString()).toList());
        }
    }

    @Test
    void refusesAnotherLengthBeforeItTakesAnything() throws IOException {
        try (Loopback server = Loopback.serving(new byte[500])) {
            assertMissing("the official file has 300000 bytes, this one 500", server.address());
        }
    }

    @Test
    void tellsTheStatusAndWhatToDo() throws IOException {
        try (Loopback server = Loopback.refusing(404)) {
            UnavailableException missing =
                    assertThrows(UnavailableException.class, () -> fetch(server.address()));
            assertEquals(
                    "set needs set/pictures.gz, which is not in %1$s, and cannot be had: %2$spictures.gz: the server answers HTTP 404; put it there, or into DIR/set with data=DIR or RELREP_DATA=DIR"
                            .formatted(cache.resolve("set"), server.address()),
                    missing.getMessage());
        }
    }

    @Test
    void takesTheNextAddressWhereTheFirstFails() throws IOException {
        try (Loopback refusing = Loopback.refusing(403);
                Loopback serving = Loopback.serving(CONTENT)) {
            assertArrayEquals(
                    CONTENT, Files.readAllBytes(fetch(refusing.address(), serving.address())));
        }
    }

    @Test
    void followsTheFileWhereItMovedTo() throws IOException {
        try (Loopback serving = Loopback.serving(CONTENT);
                Loopback moved = Loopback.redirecting(serving.address())) {
            assertArrayEquals(CONTENT, Files.readAllBytes(fetch(moved.address())));
        }
    }

    @Test
    void doesNotRunInCircles() throws IOException {
        try (Loopback lost = Loopback.redirecting(URI.create("/"))) {
            assertMissing("it is redirected more than 5 times", lost.address());
        }
    }

    @Test
    void saysThatAHostDoesNotAnswer() throws IOException {
        URI gone;
        try (Loopback server = Loopback.serving(CONTENT)) {
            gone = server.address();
        }
        assertMissing("its host does not answer", gone);
    }

    @Test
    void saysThatTheCacheCannotBeWritten() throws IOException {
        Files.writeString(cache.resolve("set"), "a file where a folder should be");
        try (Loopback server = Loopback.serving(CONTENT)) {
            UnavailableException unwritable =
                    assertThrows(UnavailableException.class, () -> fetch(server.address()));
            assertTrue(
                    unwritable
                            .getMessage()
                            .startsWith(
                                    "%s must be writable to keep pictures.gz (300000 bytes), but is not: "
                                            .formatted(cache.resolve("set"))),
                    unwritable.getMessage());
        }
    }

    @Test
    void asksNobodyWhenDownloadsAreOff() {
        SetFiles files = new SetFiles("set", List.of(), new DataPlaces(List.of(), cache, false));
        UnavailableException missing =
                assertThrows(
                        UnavailableException.class,
                        () -> files.require(FILE, List.of(), Run.quiet(Seed.of(1))));
        assertTrue(
                missing.getMessage().contains("cannot be had: it has no address;"),
                missing.getMessage());
    }

    @Test
    void isDoneOnceByThoseWhoWantItTogether() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Loopback server = Loopback.serving(CONTENT)) {
            Callable<Path> want = () -> fetch(server.address());
            for (Future<Path> got : pool.invokeAll(List.of(want, want, want, want))) {
                assertArrayEquals(CONTENT, Files.readAllBytes(got.get()));
            }
            assertEquals(1, server.ranges().size());
        } finally {
            pool.shutdown();
        }
    }

    private void assertMissing(String reason, URI address) {
        UnavailableException missing =
                assertThrows(UnavailableException.class, () -> fetch(address));
        assertTrue(missing.getMessage().contains(reason), missing.getMessage());
    }

    private Path fetch(URI... addresses) {
        return fetch(Run.quiet(Seed.of(1)), addresses);
    }

    private Path fetch(Run run, URI... addresses) {
        return new SetFiles("set", List.of(addresses), new DataPlaces(List.of(), cache, true))
                .download(FILE, run);
    }

    private Path part() {
        return cache.resolve("set/pictures.gz.part");
    }

    private void leavePart(byte[] bytes) throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), bytes);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(7).nextBytes(bytes);
        return bytes;
    }

    /** A run that collects its notes, and is cancelled after a part of the work. */
    private static final class Telling implements Run {
        private final List<Long> steps = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final long cancelledAt;

        Telling(long cancelledAt) {
            this.cancelledAt = cancelledAt;
        }

        @Override
        public Seed seed() {
            return Seed.of(1);
        }

        @Override
        public void step(long done, long total) {
            steps.add(done);
            if (done >= cancelledAt) {
                throw new CancelledException("no longer wanted");
            }
        }

        @Override
        public Run part(String name, double share) {
            return this;
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }
}
