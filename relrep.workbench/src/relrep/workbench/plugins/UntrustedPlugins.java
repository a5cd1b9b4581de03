package relrep.workbench.plugins;

import org.osgi.framework.BundleContext;

import relrep.api.plugin.Plugin;
import relrep.workbench.install.PluginPlace;
import relrep.workbench.trust.Trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the jars in {@code plugins/} that are not started because they are not trusted. */
final class UntrustedPlugins {
    private static final int LONGEST = 1 << 20;

    private final BundleContext context;

    UntrustedPlugins(BundleContext context) {
        this.context = context;
    }

    /**
     * Returns one sentence about an untrusted jar that brings a plugin or may bring it. It may
     * bring it if it has an activator, whose services are not known before it runs.
     *
     * @param name the name of a missing plugin
     */
    Optional<String> sentence(String name) {
        Optional<PluginPlace> place =
                PluginPlace.in(context).filter(found -> found.trust().listedOnly());
        if (place.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<Path> jars = untrusted(place.get().folder(), place.get().trust());
        Optional<Path> bringing = jars.stream().filter(jar -> names(jar, name)).findFirst();
        if (bringing.isPresent()) {
            return bringing.map(
                    jar ->
                            "%s brings it and is not trusted, 'relrep trust %s' lists it"
                                    .formatted(jar.getFileName(), jar));
        }
        return jars.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s may bring it and %s not trusted, 'relrep trust FILE' lists one"
                                .formatted(
                                        jars.stream()
                                                .map(Path::toString)
                                                .collect(Collectors.joining(", ")),
                                        jars.size() == 1 ? "is" : "are"));
    }

    private static SortedSet<Path> untrusted(Path folder, Trust trust) {
        SortedSet<Path> jars = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return jars;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : stream) {
                if (trust.objection(jar, jar.getFileName().toString()).isPresent()) {
                    jars.add(jar);
                }
            }
        } catch (IOException unreadable) {
            return jars; // the list of what is stuck says so
        }
        return jars;
    }

    /**
     * Returns whether a component description in the jar has this name. No code of the jar runs.
     */
    private static boolean names(Path jar, String name) {
        Pattern property =
                Pattern.compile(
                        "name=\"%s\"[^>]*value=\"%s\""
                                .formatted(Pattern.quote(Plugin.NAME), Pattern.quote(name)));
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().matches("OSGI-INF/.*\\.xml")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        byte[] text = in.readNBytes(LONGEST);
                        if (property.matcher(new String(text, StandardCharsets.UTF_8)).find()) {
                            return true;
                        }
                    }
                }
            }
            return false;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }
}
