package relrep.launch;

import org.osgi.framework.BundleException;

import relrep.workbench.terminal.TerminalText;
import relrep.workbench.trust.Trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The main class behind {@code ./relrep COMMAND...}: starts one framework, runs one command,
 * returns one exit code.
 */
public final class Launch {
    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final int LACKING = 4;

    private Launch() {}

    public static void main(String[] words) {
        // JLine looks for its terminals where the context class loader says, which must be nowhere.
        Thread.currentThread().setContextClassLoader(null);
        Streams.divertOthers();
        NativeMemory.allow();
        Ending ending = new Ending(List.of(words));
        ending.watch();
        ending.halt(run(List.of(words), ending));
    }

    private static int run(List<String> words, Ending ending) {
        Layout layout = Layout.ofSystemProperties();
        Trust trust;
        try {
            trust = Trust.of(words, System.getenv(), layout.plugins());
        } catch (IllegalArgumentException wrong) {
            return ending.finished(WRONG, () -> complain(wrong, words, WRONG));
        }
        try (Storage storage = ending.of(Storage.open(layout.storages()));
                Felix felix = ending.of(new Felix(layout, storage.folder(), words, trust))) {
            felix.start(words, ending.lastWord(), ending.code());
            MainThread main = ending.of(new MainThread());
            return ending.finished(main.run(felix));
        } catch (MissingCommandException | BundleException | IOException e) {
            return ending.finished(LACKING, () -> complain(e, words, LACKING));
        } catch (Throwable e) { // a bundle's LinkageError is a failure like any other
            return ending.finished(FAILED, () -> complain(e, words, FAILED));
        }
    }

    private static void complain(Throwable e, List<String> words, int exit) {
        say(e.getMessage() == null ? e.toString() : e.getMessage(), exit, words);
        if (words.contains("--stacktrace")) {
            e.printStackTrace(Streams.ERR);
        }
    }

    /** Prints one sentence for a command line service that is missing or hangs. */
    static void say(String sentence) {
        Streams.ERR.println("relrep: " + TerminalText.line(sentence));
    }

    /** Prints why the process ends with an exit code; with {@code --json} also as JSON. */
    static void say(String sentence, int exit, List<String> words) {
        say(sentence);
        if (words.contains("--json")) {
            Streams.OUT.println(json(TerminalText.line(sentence), exit));
        }
    }

    /** Returns an error in the commands' JSON form. */
    static String json(String line, int exit) {
        String escaped = line.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{%n  \"error\": \"%s\",%n  \"exit\": %d%n}".formatted(escaped, exit);
    }

    /** Returns the folder that the start script passes as a system property. */
    static Path folder(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("the start script must set " + property);
        }
        return Path.of(value);
    }
}
