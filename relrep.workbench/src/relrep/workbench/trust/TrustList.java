package relrep.workbench.trust;

import relrep.workbench.digest.Sha256;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of trusted jars, read from the file {@code plugins/trusted}. A line has the SHA-256 of a
 * jar and then any text, as {@code sha256sum} writes it. Or a line has {@code certificate} and the
 * SHA-256 of a signer's certificate. The list may also contain whole certificates as PEM. {@code #}
 * begins a comment.
 *
 * @param jars their digests
 * @param certificates their digests
 */
@SuppressWarnings("InvalidParam") // the word in the file, not the parameter
public record TrustList(Set<String> jars, Set<String> certificates) {
    /** The file's name. */
    public static final String NAME = "trusted";

    private static final Pattern LINE =
            Pattern.compile("(certificate\\s+)?([0-9a-fA-F]{64})(\\s.*)?");
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    /**
     * Reads a list; a missing file gives an empty list.
     *
     * @throws IOException when the file cannot be read, or a line is malformed; the message gives
     *     the line
     */
    public static TrustList read(Path file) throws IOException {
        Set<String> jars = new HashSet<>();
        Set<String> certificates = new HashSet<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher matcher = LINE.matcher(line);
            if (line.equals(BEGIN)) {
                int begin = i;
                while (i < lines.size() && !lines.get(i).strip().equals(END)) {
                    i++;
                }
                certificates.add(certificate(file, lines, begin, Math.min(i + 1, lines.size())));
            } else if (matcher.matches()) {
                (matcher.group(1) == null ? jars : certificates)
                        .add(matcher.group(2).toLowerCase(Locale.ROOT));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IOException(
                        "%s, line %d must be a SHA-256 of 64 digits and a name, 'certificate' with a SHA-256, or a certificate in PEM"
                                .formatted(file, i + 1));
            }
        }
        return new TrustList(Set.copyOf(jars), Set.copyOf(certificates));
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failed) {
            throw new IOException(file + " must be a text that can be read", failed);
        }
    }

    private static String certificate(Path file, List<String> lines, int from, int to)
            throws IOException {
        String pem = String.join("\n", lines.subList(from, to));
        try {
            return Signers.fingerprint(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            pem.getBytes(StandardCharsets.US_ASCII))));
        } catch (CertificateException broken) {
            throw new IOException(
                    "%s, line %d begins a certificate that cannot be read"
                            .formatted(file, from + 1),
                    broken);
        }
    }

    /** Returns whether the list contains a jar or one of its signers. */
    public boolean has(Path jar) throws IOException {
        return jars.contains(Sha256.of(jar))
                || (!certificates.isEmpty()
                        && Signers.of(jar).keySet().stream().anyMatch(certificates::contains));
    }
}
