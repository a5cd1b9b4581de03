package relrep.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Tests the rewriting of exit calls. The calls are really made, so a failing test ends the test
 * process.
 */
class ExitCallRewriterTest {
    /** Every way in which Java calls what ends the process. */
    public static final class Ends implements IntConsumer {
        @Override
        public void accept(int way) {
            IntConsumer reference = System::exit;
            IntConsumer halt = Runtime.getRuntime()::halt;
            switch (way) {
                case 0 -> System.exit(3);
                case 1 -> Runtime.getRuntime().exit(3);
                case 2 -> Runtime.getRuntime().halt(3);
                case 3 -> reference.accept(3);
                case 4 -> halt.accept(3);
                case 5 -> ((Runnable) () -> System.exit(3)).run();
                default -> new InAnInterface() {}.end();
            }
        }
    }

    /** A default method ends it. */
    interface InAnInterface {
        default void end() {
            System.exit(3);
        }
    }

    /** Names what would end the process and has another meaning. */
    public static final class Harmless {
        static String exit(int status) {
            return System.lineSeparator() + Runtime.version() + "exit" + "halt" + status;
        }

        @Override
        public String toString() {
            return exit(3);
        }
    }

    /** Loads classes of this test as a plugin's are loaded. */
    private static final class Rewriting extends ClassLoader {
        Rewriting() {
            super(Rewriting.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ExitCallRewriterTest.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            byte[] bytes = bytes(name);
            byte[] rewritten = ExitCallRewriter.of(bytes).orElse(bytes);
            return loaded != null ? loaded : defineClass(name, rewritten, 0, rewritten.length);
        }
    }

    private static byte[] bytes(String name) {
        String path = "/" + name.replace('.', '/') + ".class";
        try (InputStream in = ExitCallRewriterTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void whatWouldEndTheProcessThrows(int way) throws Exception {
        Class<?> type = new Rewriting().loadClass(Ends.class.getName());
        IntConsumer ends = (IntConsumer) type.getConstructor().newInstance();
        String call = way == 1 ? "Runtime.exit" : way % 2 == 0 ? "Runtime.halt" : "System.exit";
        String called = way == 0 || way == 6 ? "System.exit" : call;
        Error thrown = assertThrows(Error.class, () -> ends.accept(way));
        assertEquals(
                "a plugin must not end the process, and this one called " + called,
                thrown.getMessage());
    }

    @Test
    void aClassThatEndsNothingStaysAsItIs() {
        assertTrue(ExitCallRewriter.of(bytes(Harmless.class.getName())).isEmpty());
        assertTrue(ExitCallRewriter.of(bytes(String.class.getName())).isEmpty());
    }

    /** A class file of a later Java version is left to the class loader. */
    @Test
    void whatIsNoClassThatCanBeReadStaysAsItIs() {
        byte[] text = "\1\0\4exit\1\0\20java/lang/System".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(ExitCallRewriter.of(text).isEmpty());
        byte[] newer = bytes(Ends.class.getName());
        newer[6] = 3;
        assertTrue(ExitCallRewriter.of(newer).isEmpty());
    }
}
