package relrep.itest.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes bundles from single classes of these tests. */
public final class Jars {
    private static final String COMPONENT = "OSGI-INF/component.xml";

    private Jars() {}

    /** Writes a bundle whose activator is a class of ours. */
    public static Path bundle(Path jar, Class<?> activator, String version, String imports)
            throws IOException {
        return bundle(
                jar,
                Map.of(
                        "Bundle-SymbolicName",
                        "org.example." + name(activator),
                        "Bundle-Version",
                        version,
                        "Bundle-Activator",
                        activator.getName(),
                        "Import-Package",
                        imports),
                Map.of(),
                activator);
    }

    /** Writes a bundle of an activator and a component that is a plugin of a contract. */
    public static Path component(
            Path jar,
            Class<?> activator,
            Class<?> component,
            Class<?> contract,
            String plugin,
            String imports)
            throws IOException {
        String description =
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s">
                  <property name="relrep.name" value="%s"/>
                  <service><provide interface="%s"/></service>
                  <implementation class="%s"/>
                </scr:component>
                """
                        .formatted(
                                component.getName(),
                                plugin,
                                contract.getName(),
                                component.getName());
        return bundle(
                jar,
                Map.of(
                        "Bundle-SymbolicName",
                        "org.example." + name(component),
                        "Bundle-Version",
                        "1.0.0",
                        "Bundle-Activator",
                        activator.getName(),
                        "Service-Component",
                        COMPONENT,
                        "Require-Capability",
                        "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"",
                        "Import-Package",
                        imports),
                Map.of(COMPONENT, description),
                activator,
                component);
    }

    /** Writes a bundle with a component whose description is as given. */
    public static Path described(Path jar, String name, String description, Class<?> component)
            throws IOException {
        return bundle(
                jar,
                Map.of(
                        "Bundle-SymbolicName",
                        name,
                        "Bundle-Version",
                        "1.0.0",
                        "Service-Component",
                        COMPONENT,
                        "Import-Package",
                        "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.similarity"),
                Map.of(COMPONENT, description),
                component);
    }

    /** Writes a bundle with a plugin of one kind. */
    public static Path kind(Path jar, String kind, String version) throws IOException {
        List<Class<?>> types = new ArrayList<>(List.of(Kinds.class.getDeclaredClasses()));
        types.add(Kinds.class);
        return bundle(
                jar,
                Map.of(
                        "Bundle-SymbolicName",
                        "org.example." + kind,
                        "Bundle-Version",
                        version,
                        "Bundle-Activator",
                        Kinds.class.getName(),
                        Kinds.HEADER,
                        kind,
                        "Import-Package",
                        "org.osgi.framework,relrep.api.alignment,relrep.api.data,relrep.api.file,"
                                + "relrep.api.metric,relrep.api.model,relrep.api.plugin,"
                                + "relrep.api.report,relrep.api.run,relrep.api.similarity,"
                                + "relrep.api.transform"),
                Map.of(),
                types.toArray(Class<?>[]::new));
    }

    /** Adds an entry to a jar, so that its checksum is another and all that it does is the same. */
    public static void change(Path jar) throws IOException {
        try (FileSystem entries = FileSystems.newFileSystem(jar)) {
            Files.writeString(entries.getPath("changed.txt"), "changed");
        }
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Path bundle(
            Path jar, Map<String, String> headers, Map<String, String> texts, Class<?>... types)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                entries.putNextEntry(new JarEntry(text.getKey()));
                entries.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                entries.closeEntry();
            }
            for (Class<?> type : types) {
                String path = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(path));
                try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
                    in.transferTo(entries);
                }
                entries.closeEntry();
            }
        }
        return jar;
    }

    /** Puts a jar among the plugins in one step, as a rename does. */
    public static void drop(Path jar, Path plugins) throws IOException {
        drop(jar, jar.getFileName().toString(), plugins);
    }

    /** Puts a jar among the plugins under another name. */
    public static void drop(Path jar, String name, Path plugins) throws IOException {
        Path aside = plugins.resolveSibling(name + ".aside");
        Files.copy(jar, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                aside,
                plugins.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
