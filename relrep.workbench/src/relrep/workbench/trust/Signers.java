package relrep.workbench.trust;

import relrep.workbench.digest.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Finds the signers of a jar. */
public final class Signers {
    private static final String META = "META-INF/";

    private Signers() {}

    /**
     * Returns the signers of all entries of a jar: for each, the SHA-256 of its own certificate
     * (not of those above it) and its subject. Empty when an entry is unsigned or was changed. The
     * signatures are verified. The dates of certificates are ignored: the user who lists a
     * certificate decides how long it is valid.
     */
    public static Map<String, String> of(Path jar) throws IOException {
        Map<String, String> all = null;
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.isDirectory() || partOfSignature(entry.getName())) {
                    continue;
                }
                try (InputStream in = file.getInputStream(entry)) {
                    PluginJar.drain(in); // only what was read to its end is verified
                }
                Map<String, String> some = signers(entry);
                if (all == null) {
                    all = some;
                }
                all.keySet().retainAll(some.keySet());
            }
        } catch (SecurityException changed) {
            return Map.of();
        }
        return all == null ? Map.of() : all;
    }

    private static boolean partOfSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(JarFile.MANIFEST_NAME)
                || (upper.startsWith(META)
                        && upper.indexOf('/', META.length()) < 0
                        && upper.matches(".*\\.(SF|RSA|DSA|EC)|META-INF/SIG-.*"));
    }

    private static Map<String, String> signers(JarEntry entry) {
        Map<String, String> some = new LinkedHashMap<>();
        CodeSigner[] signers = entry.getCodeSigners();
        for (CodeSigner signer : signers == null ? new CodeSigner[0] : signers) {
            List<? extends Certificate> path = signer.getSignerCertPath().getCertificates();
            if (path.get(0) instanceof X509Certificate own) {
                some.put(fingerprint(own), own.getSubjectX500Principal().getName());
            }
        }
        return some;
    }

    /** Returns the SHA-256 of a certificate, in hexadecimal digits. */
    static String fingerprint(Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
