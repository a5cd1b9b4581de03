package relrep.files;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Describes the failure of a file or connection, in words for the middle of a sentence. */
public final class Reason {
    private Reason() {}

    /** Returns the exception about an unreadable file. */
    public static InvalidInputException unreadable(Path file, IOException cause) {
        return new InvalidInputException(
                "%s must be readable, but is not: %s".formatted(file, of(cause)), cause);
    }

    /** Returns the reason. */
    public static String of(Exception failure) {
        if (failure instanceof UnknownHostException) {
            return "its host is not known here";
        }
        if (failure instanceof ConnectException || failure instanceof SocketTimeoutException) {
            return "its host does not answer (" + failure.getMessage() + ")";
        }
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof FileSystemException storage && storage.getReason() != null) {
            return storage.getReason();
        }
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage();
    }
}
