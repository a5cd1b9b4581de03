package relrep.onnx.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A native library inside the bundle.
 *
 * @param name its file name
 * @param content where its bytes are
 */
record NativeFile(String name, URL content) {
    private static final List<String> RUNTIME = List.of("onnxruntime", "onnxruntime4j_jni");

    /** Libraries that the tokenizers need on Windows. */
    private static final List<String> WINDOWS =
            List.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll");

    /** Returns this platform's name in ONNX Runtime: {@code linux-x64}. */
    static String platform() {
        return os() + "-" + (arm() ? "aarch64" : "x64");
    }

    private static String os() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.startsWith("win") ? "win" : os.startsWith("mac") ? "osx" : "linux";
    }

    private static boolean arm() {
        return List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
    }

    /** Returns this platform's libraries; empty if the bundle has none for it. */
    static List<NativeFile> all() {
        String tokenizers = os() + "-" + (arm() ? "aarch64" : "x86_64");
        List<String> paths = new ArrayList<>();
        for (String library : RUNTIME) {
            paths.add(
                    "ai/onnxruntime/native/%s/%s"
                            .formatted(platform(), System.mapLibraryName(library)));
        }
        Stream.concat(
                        os().equals("win") ? WINDOWS.stream() : Stream.empty(),
                        Stream.of(System.mapLibraryName("tokenizers")))
                .forEach(name -> paths.add("native/lib/%s/cpu/%s".formatted(tokenizers, name)));
        ClassLoader loader = NativeFile.class.getClassLoader();
        List<NativeFile> files = new ArrayList<>();
        for (String path : paths) {
            URL content = loader.getResource(path);
            if (content == null) {
                return List.of();
            }
            files.add(new NativeFile(path.substring(path.lastIndexOf('/') + 1), content));
        }
        return files;
    }

    /** Returns its size in bytes. */
    long size() throws IOException {
        URLConnection connection = connect();
        try (InputStream in = connection.getInputStream()) {
            long size = connection.getContentLengthLong();
            return size >= 0 ? size : in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Opens its bytes. */
    InputStream open() throws IOException {
        return connect().getInputStream();
    }

    private URLConnection connect() throws IOException {
        URLConnection connection = content.openConnection();
        connection.setUseCaches(false);
        return connection;
    }
}
