package relrep.runtime.folder;

import relrep.api.run.UnavailableException;
import relrep.runtime.cache.Cache;

import java.io.IOException;
import java.nio.file.Path;

/** Turns failures of the disk into error messages. */
final class Disk {
    private Disk() {}

    /** An action that writes. */
    interface Writing {
        void run() throws IOException;
    }

    static void write(Path file, Writing writing) {
        try {
            writing.run();
        } catch (IOException failed) {
            throw failed(file, failed);
        }
    }

    static UnavailableException failed(Path file, IOException failed) {
        return new UnavailableException(
                "%s cannot be written: %s; out=FOLDER names another folder"
                        .formatted(file, Cache.reason(failed)),
                failed);
    }
}
