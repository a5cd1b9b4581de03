package relrep.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.workbench.tensor.CorruptEntryException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

class CacheTest {
    private static final String KEY = "0123456789abcdef0123";
    private static final Run RUN = Run.quiet(Seed.of(1));

    @TempDir private Path root;

    /** Texts with a mark at their end, so that a cut one is noticed. */
    static final class Texts implements Format<String> {
        @Override
        public String folder() {
            return "texts";
        }

        @Override
        public String ending() {
            return ".txt";
        }

        @Override
        public void write(String value, Path file) throws IOException {
            if (value.equals("too much")) {
                Files.writeString(file, "too");
                throw new FileSystemException(file.toString(), null, "No space left on device");
            }
            Files.writeString(file, value + "!");
        }

        @Override
        public String read(Path file) throws IOException {
            String text = Files.readString(file);
            if (!text.endsWith("!")) {
                throw new CorruptEntryException(file + ": expected a mark at the end", null);
            }
            return text.substring(0, text.length() - 1);
        }
    }

    private static final Texts TEXTS = new Texts();

    private Path entry() {
        return root.resolve("texts").resolve("01").resolve(KEY + ".txt");
    }

    private void in(boolean fresh, Consumer<CacheView> work) {
        try (Cache opened = Cache.open(root)) {
            work.accept(opened.view(fresh));
        }
    }

    private static String unexpected() {
        throw new AssertionError("computed again");
    }

    @Test
    void whatWasComputedOnceIsNotComputedAgain() {
        in(false, cache -> assertEquals("a", cache.compute(KEY, TEXTS, RUN, () -> "a")));
        in(
                false,
                cache -> assertEquals("a", cache.compute(KEY, TEXTS, RUN, CacheTest::unexpected)));
        assertTrue(Files.exists(entry()));
    }

    @Test
    void aFreshCacheSeesOnlyWhatItWroteItself() {
        try (Cache opened = Cache.open(root)) {
            CacheView cache = opened.view(false);
            cache.compute(KEY, TEXTS, RUN, () -> "old");
        }
        try (Cache opened = Cache.open(root)) {
            CacheView fresh = opened.view(true);
            assertEquals(Optional.empty(), fresh.get(KEY, TEXTS));
            assertEquals("new", fresh.compute(KEY, TEXTS, RUN, () -> "new"));
            assertEquals("new", fresh.compute(KEY, TEXTS, RUN, CacheTest::unexpected));
        }
        try (Cache opened = Cache.open(root)) {
            CacheView cache = opened.view(false);
            assertEquals(Optional.of("new"), cache.get(KEY, TEXTS));
        }
    }

    @Test
    void aBrokenEntryIsComputedAgain() throws IOException {
        try (Cache opened = Cache.open(root)) {
            CacheView cache = opened.view(false);
            cache.compute(KEY, TEXTS, RUN, () -> "a");
            Files.writeString(entry(), "cut");
            assertEquals("b", cache.compute(KEY, TEXTS, RUN, () -> "b"));
            assertEquals(Optional.of("b"), cache.get(KEY, TEXTS));
        }
    }

    @Test
    void whatIsNotWorthKeepingIsNotKept() {
        try (Cache opened = Cache.open(root)) {
            CacheView cache = opened.view(false);
            assertEquals("a", cache.compute(KEY, TEXTS, RUN, () -> "a", value -> false));
            assertEquals(Optional.empty(), cache.get(KEY, TEXTS));
        }
    }

    @Test
    void afterAFailureNothingIsLeftAndTheNextOneComputes() throws IOException {
        try (Cache opened = Cache.open(root)) {
            CacheView cache = opened.view(false);
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            cache.compute(
                                    KEY,
                                    TEXTS,
                                    RUN,
                                    () -> {
                                        throw new IllegalStateException("x");
                                    }));
            assertEquals("a", cache.compute(KEY, TEXTS, RUN, () -> "a"));
        }
    }

    @Test
    void aFullDiskIsOneSentence() throws IOException {
        try (Cache opened = Cache.open(root)) {
            CacheView cache = opened.view(false);
            UnavailableException full =
                    assertThrows(
                            UnavailableException.class,
                            () -> cache.compute(KEY, TEXTS, RUN, () -> "too much"));
            assertEquals(
                    "the cache "
                            + root
                            + " cannot be written: the disk is full; 'relrep cache clear' empties"
                            + " it, RELREP_CACHE names another folder",
                    full.getMessage());
        }
        try (Stream<Path> left = Files.list(entry().getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFileInThePlaceOfTheFolderIsOneSentence() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        UnavailableException refused =
                assertThrows(UnavailableException.class, () -> Cache.open(file));
        assertTrue(
                refused.getMessage().contains("a file stands where a folder must be"),
                refused.getMessage());
    }

    @Test
    void theFolderTellsWhatItHoldsAndForgetsIt() throws IOException {
        try (Cache opened = Cache.open(root)) {
            CacheView cache = opened.view(false);
            cache.compute(KEY, TEXTS, RUN, () -> "four");
        }
        CacheFolder folder = CacheFolder.at(root);
        assertEquals(List.of(new CacheFolder.Holding("texts", 1, 5)), folder.list());
        folder.clear("texts");
        assertEquals(List.of(), folder.list());
    }

    @Test
    void aWaitForAnotherThreadEndsWithACancel() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (Cache opened = Cache.open(root)) {
            CacheView first = opened.view(false);
            CacheView second = opened.view(false);
            CompletableFuture<String> other =
                    CompletableFuture.supplyAsync(
                            () ->
                                    first.compute(
                                            KEY,
                                            TEXTS,
                                            RUN,
                                            () -> {
                                                holding.countDown();
                                                try {
                                                    enough.await();
                                                } catch (InterruptedException impossible) {
                                                    throw new AssertionError(impossible);
                                                }
                                                return "a";
                                            }));
            holding.await();
            assertThrows(
                    CancelledException.class,
                    () -> second.compute(KEY, TEXTS, new Ending(), CacheTest::unexpected));
            enough.countDown();
            assertEquals("a", other.get());
        }
    }

    /** A run that is cancelled from the beginning. */
    private static final class Ending implements Run {
        @Override
        public Seed seed() {
            return Seed.of(1);
        }

        @Override
        public void step(long done, long total) {
            throw new CancelledException("enough");
        }

        @Override
        public Run part(String name, double share) {
            return this;
        }

        @Override
        public void note(String sentence) {}
    }

    /** The other process: says when it waits, and what it got. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) {
            try (Cache opened = Cache.open(Path.of(args[0]))) {
                CacheView cache = opened.view(false);
                String value = cache.compute(KEY, TEXTS, new Telling(), () -> "mine");
                say(value);
            }
        }

        static void say(String word) {
            System.out.println(word);
            System.out.flush();
        }

        /** Says once that it waits. */
        private static final class Telling implements Run {
            private boolean said;

            @Override
            public Seed seed() {
                return Seed.of(1);
            }

            @Override
            public void step(long done, long total) {
                if (!said) {
                    said = true;
                    say("waiting");
                }
            }

            @Override
            public Run part(String name, double share) {
                return this;
            }

            @Override
            public void note(String sentence) {}
        }
    }

    @Test
    void oneProcessComputesWhileAnotherWaitsForIt() throws Exception {
        try (Cache opened = Cache.open(root)) {
            CacheView cache = opened.view(false);
            String[] said = new String[2];
            Process[] other = new Process[1];
            cache.compute(
                    KEY,
                    TEXTS,
                    RUN,
                    () -> {
                        try {
                            other[0] = start();
                            BufferedReader out = other[0].inputReader();
                            said[0] = out.readLine();
                            return "ours";
                        } catch (IOException failed) {
                            throw new AssertionError(failed);
                        }
                    });
            said[1] = other[0].inputReader().readLine();
            assertEquals(0, other[0].waitFor());
            assertEquals("waiting", said[0]);
            assertEquals("ours", said[1]);
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        root.toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder.start();
    }
}
