package relrep.files.official;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.Checksum;
import relrep.files.FileContent;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file as published on the set's own site.
 *
 * @param name its name on the site
 * @param size its size in bytes
 * @param sha256 its checksum
 * @param unpacked the checksum of its content after unpacking, if it is known
 */
public record OfficialFile(String name, long size, String sha256, Optional<String> unpacked) {
    /** Returns a file with known checksums of the packed and the unpacked form. */
    public static OfficialFile of(String name, long size, String sha256, String unpacked) {
        return new OfficialFile(name, size, sha256, Optional.of(unpacked));
    }

    /** Returns a file with a known checksum of the packed form only. */
    public static OfficialFile of(String name, long size, String sha256) {
        return new OfficialFile(name, size, sha256, Optional.empty());
    }

    /**
     * Checks a file and returns its checksum. It must be this file, packed or not, or be listed in
     * a {@code SHA256SUMS} beside it.
     *
     * @param structure reads a content and throws if it is malformed; used for a file without an
     *     official checksum, so that the message gives the offset of the damage
     * @throws InvalidInputException when it is malformed, or a different file
     */
    public String verify(Path file, Consumer<FileContent> structure, Run run) {
        String checksum = Checksum.of(file);
        if (checksum.equals(sha256) || unpacked.equals(Optional.of(checksum))) {
            return checksum;
        }
        String content;
        boolean packed;
        try (FileContent read = FileContent.hashed(file)) {
            structure.accept(read);
            read.drain();
            content = read.checksum();
            packed = read.packed();
        }
        Optional<String> listed = Listing.checksum(file);
        if (unpacked.equals(Optional.of(content)) || listed.equals(Optional.of(checksum))) {
            return checksum;
        }
        if (!packed && unpacked.isEmpty() && listed.isEmpty()) {
            run.note(
                    "%s is well formed, but only the packed %s has a published checksum: it was not compared"
                            .formatted(file, name));
            return checksum;
        }
        throw new InvalidInputException(
                "%s must have %s, but has SHA-256 %s; get it anew, or list a file of your own in a SHA256SUMS beside it"
                        .formatted(file, required(listed), checksum));
    }

    /**
     * Checks a file without an official checksum, which must be listed in a {@code SHA256SUMS}
     * beside it, and returns its checksum.
     *
     * @param structure as above
     * @throws InvalidInputException when it is malformed, not listed, or a different file
     */
    public static String verifyListed(Path file, Consumer<FileContent> structure) {
        String checksum = Checksum.of(file);
        Optional<String> listed = Listing.checksum(file);
        if (listed.equals(Optional.of(checksum))) {
            return checksum;
        }
        try (FileContent read = FileContent.open(file)) {
            structure.accept(read);
            read.drain();
        }
        throw new InvalidInputException(
                listed.isEmpty()
                        ? "%s must be listed in a SHA256SUMS beside it, with SHA-256 %s"
                                .formatted(file, checksum)
                        : "%s must have SHA-256 %s, as its SHA256SUMS says, but has %s; get it anew"
                                .formatted(file, listed.get(), checksum));
    }

    /**
     * Checks a file for which no checksum is published, and returns its checksum. It must be well
     * formed. Where a {@code SHA256SUMS} lists it, it must be the file listed; otherwise a note
     * says that it was not compared.
     *
     * @param structure as above
     * @throws InvalidInputException when it is malformed, or differs from the file listed
     */
    public static String verifyUnpublished(Path file, Consumer<FileContent> structure, Run run) {
        if (Listing.checksum(file).isPresent()) {
            return verifyListed(file, structure);
        }
        try (FileContent read = FileContent.open(file)) {
            structure.accept(read);
            read.drain();
        }
        run.note(
                "%s is well formed, but no checksum of it is published or listed in a SHA256SUMS: it was not compared"
                        .formatted(file));
        return Checksum.of(file);
    }

    private String required(Optional<String> listed) {
        return listed.map(sum -> "SHA-256 " + sum + ", as its SHA256SUMS says")
                .orElse("the checksum of the official %s, SHA-256 %s".formatted(name, sha256));
    }
}
