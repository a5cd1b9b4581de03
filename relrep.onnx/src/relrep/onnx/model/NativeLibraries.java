package relrep.onnx.model;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

import relrep.api.run.UnavailableException;
import relrep.files.PartFile;
import relrep.files.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The native libraries of ONNX Runtime and of the tokenizers. They are unpacked into relrep's cache
 * once, and loaded once a process. Before the first of their classes is loaded, everything that
 * would call home is switched off.
 */
public final class NativeLibraries {
    private static final double MEGA = 1e6;

    private static final AtomicReference<OrtEnvironment> ENVIRONMENT = new AtomicReference<>();
    private static final AtomicReference<String> FAILURE = new AtomicReference<>();

    private NativeLibraries() {}

    /**
     * Loads the libraries if they are not loaded yet.
     *
     * @param cache relrep's cache
     * @throws UnavailableException when there are none for this platform, or they cannot be
     *     unpacked or loaded
     */
    public static synchronized void require(Path cache) {
        if (FAILURE.get() != null) {
            throw new UnavailableException(FAILURE.get(), null);
        }
        if (ENVIRONMENT.get() == null) {
            stayAtHome();
            unpack(cache.resolve("natives"));
            load();
        }
    }

    /**
     * Switches off DJL's report to its makers, for which it asks the cloud for the machine's name,
     * and its downloads.
     */
    private static void stayAtHome() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
    }

    private static void load() {
        try {
            ENVIRONMENT.set(withOurClasses(NativeLibraries::start));
        } catch (RuntimeException | LinkageError e) {
            String failure =
                    "ONNX Runtime and its tokenizers must load, and do not: %s; a process loads them once, so start relrep again after a change of the bundle"
                            .formatted(reason(e));
            FAILURE.set(failure);
            throw new UnavailableException(failure, e);
        }
    }

    private static String reason(Throwable failed) {
        Throwable first = failed;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.getMessage() == null ? first.toString() : first.getMessage();
    }

    private static OrtEnvironment start() {
        LibUtils.checkStatus();
        OrtEnvironment started =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "relrep");
        try {
            started.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("its telemetry stays on", e);
        }
        return started;
    }

    /** Returns ONNX Runtime's environment. */
    static OrtEnvironment environment() {
        OrtEnvironment environment = ENVIRONMENT.get();
        if (environment == null) {
            throw new IllegalStateException("an encoder must be prepared before it encodes");
        }
        return environment;
    }

    /** Does some work with this bundle's class loader, where DJL looks for its own files. */
    static <T> T withOurClasses(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(NativeLibraries.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Unpacks the libraries into a folder whose name tells them from those of other versions. */
    private static void unpack(Path parent) {
        List<NativeFile> files = NativeFile.all();
        if (files.isEmpty()) {
            throw new UnavailableException(
                    "encoders from ONNX files need ONNX Runtime for this platform, %s, and this build of relrep has none; RELREP_PLATFORM chooses another when it is built"
                            .formatted(NativeFile.platform()),
                    null);
        }
        try {
            long all = 0;
            for (NativeFile file : files) {
                all += file.size();
            }
            Path folder = parent.resolve("onnx-%s-%d".formatted(NativeFile.platform(), all));
            unpack(files, folder, all);
            System.setProperty("onnxruntime.native.path", folder.toString());
            Path tokenizers = folder.resolve(System.mapLibraryName("tokenizers"));
            System.setProperty("RUST_LIBRARY_PATH", tokenizers.toString());
        } catch (IOException e) {
            throw new UnavailableException(
                    "%s must be writable for ONNX Runtime's native libraries, but is not: %s; choose another cache with RELREP_CACHE"
                            .formatted(parent, Reason.of(e)),
                    e);
        }
    }

    private static void unpack(List<NativeFile> files, Path folder, long all) throws IOException {
        Files.createDirectories(folder);
        for (NativeFile file : files) {
            Path target = folder.resolve(file.name());
            if (Files.exists(target) && Files.size(target) == file.size()) {
                continue;
            }
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < all) {
                throw new IOException(
                        "they need %.0f MB, and %.0f MB are free"
                                .formatted(all / MEGA, free / MEGA));
            }
            try (PartFile part = PartFile.of(target);
                    InputStream in = file.open();
                    OutputStream out = Channels.newOutputStream(part.channel())) {
                in.transferTo(out);
                part.commit();
            }
        }
    }
}
