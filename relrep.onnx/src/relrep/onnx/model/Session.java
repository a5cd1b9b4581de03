package relrep.onnx.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

import relrep.api.run.InvalidInputException;
import relrep.files.Reason;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loaded model. It computes on a fixed number of threads, one after another, so that the same
 * values give the same bytes. Safe to use from several threads.
 */
public final class Session {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final Map<Key, WeakReference<Session>> OPEN = new HashMap<>();

    private final Path file;
    private final OrtSession session;

    private Session(Path file, OrtSession session) {
        this.file = file;
        this.session = session;
        CLEANER.register(this, () -> close(session));
    }

    /** What makes two sessions the same. */
    private record Key(Path file, FileTime changed, long size, int threads) {}

    /**
     * Returns the session of a model, which is loaded if nobody uses it at the moment. It goes when
     * nobody uses it any more.
     *
     * @param threads the number of threads, ≥ 1
     * @throws InvalidInputException when ONNX Runtime does not take the model
     */
    public static Session open(Path file, int threads) {
        Key key = key(file, threads);
        synchronized (OPEN) {
            OPEN.values().removeIf(session -> session.get() == null);
            WeakReference<Session> kept = OPEN.get(key);
            Session session = kept == null ? null : kept.get();
            if (session == null) {
                session = load(file, threads);
                OPEN.put(key, new WeakReference<>(session));
            }
            return session;
        }
    }

    private static Key key(Path file, int threads) {
        try {
            return new Key(
                    file.toRealPath(), Files.getLastModifiedTime(file), Files.size(file), threads);
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    private static Session load(Path file, int threads) {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setDeterministicCompute(true);
            // Waiting threads would take a processor each.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession session =
                    NativeLibraries.environment().createSession(file.toString(), options);
            return new Session(file, session);
        } catch (OrtException e) {
            throw new InvalidInputException(
                    "%s must be a model that ONNX Runtime takes, but is not: %s"
                            .formatted(file, words(e)),
                    e);
        }
    }

    /**
     * A tensor of numbers.
     *
     * @param values its values, row after row
     * @param sizes the sizes of its dimensions
     */
    public record Output(FloatBuffer values, List<Long> sizes) {}

    /**
     * Computes one output.
     *
     * @throws InvalidInputException when the model cannot compute on the inputs
     */
    public Output run(Map<String, OnnxTensor> inputs, String output) {
        try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
            OnnxTensor tensor = (OnnxTensor) result.get(0);
            return new Output(
                    tensor.getFloatBuffer(),
                    Arrays.stream(tensor.getInfo().getShape()).boxed().toList());
        } catch (OrtException e) {
            throw new InvalidInputException(
                    "%s must compute on inputs of the sizes %s, and does not: %s"
                            .formatted(file, sizes(inputs), words(e)),
                    e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private static String sizes(Map<String, OnnxTensor> inputs) {
        return inputs.values().stream()
                .findFirst()
                .map(tensor -> Arrays.toString(tensor.getInfo().getShape()))
                .orElse("[]");
    }

    private static String words(OrtException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it gives no reason");
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session does not close", e);
        }
    }
}
