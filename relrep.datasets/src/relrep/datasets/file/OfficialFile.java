package relrep.datasets.file;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.Checksum;
import relrep.files.Content;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file as the set's own site publishes it.
 *
 * @param name its name there
 * @param size its bytes
 * @param sha256 its checksum
 * @param unpacked the checksum of its content after unpacking, where it is known
 */
public record OfficialFile(String name, long size, String sha256, Optional<String> unpacked) {
    /** Returns a file whose content has a known checksum too. */
    public static OfficialFile of(String name, long size, String sha256, String unpacked) {
        return new OfficialFile(name, size, sha256, Optional.of(unpacked));
    }

    /** Returns a file of which only the packed form has a known checksum. */
    public static OfficialFile of(String name, long size, String sha256) {
        return new OfficialFile(name, size, sha256, Optional.empty());
    }

    /**
     * Returns the checksum of a file that is this one, packed or not, or that a {@code SHA256SUMS}
     * beside it vouches for.
     *
     * @param structure reads a content and refuses what is malformed; asked for a file whose
     *     checksum is not an official one, so that damage is told by its offset
     * @throws InvalidInputException when it is malformed, or another file than it should be
     */
    public String verify(Path file, Consumer<Content> structure, Run run) {
        String checksum = Checksum.of(file);
        if (checksum.equals(sha256) || unpacked.equals(Optional.of(checksum))) {
            return checksum;
        }
        String content;
        boolean packed;
        try (Content read = Content.hashed(file)) {
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
     * Returns the checksum of a file that nobody published, but a {@code SHA256SUMS} beside it
     * vouches for.
     *
     * @param structure as above
     * @throws InvalidInputException when it is malformed, not listed, or another file than it
     *     should be
     */
    public static String verifyListed(Path file, Consumer<Content> structure) {
        String checksum = Checksum.of(file);
        Optional<String> listed = Listing.checksum(file);
        if (listed.equals(Optional.of(checksum))) {
            return checksum;
        }
        try (Content read = Content.open(file)) {
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

    private String required(Optional<String> listed) {
        return listed.map(sum -> "SHA-256 " + sum + ", as its SHA256SUMS says")
                .orElse("the checksum of the official %s, SHA-256 %s".formatted(name, sha256));
    }
}
