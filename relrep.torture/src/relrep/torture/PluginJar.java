package relrep.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle with one Declarative Services component, assembled without a build. */
final class PluginJar {
    private static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s">
              <implementation class="%1$s"/>
              <service><provide interface="%2$s"/></service>
              <property name="relrep.name" value="%3$s"/>
              <property name="relrep.description" value="a plugin of the torture command"/>
            </scr:component>
            """;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();

    /** Makes a bundle with a component of one of our classes. */
    PluginJar(Class<?> type, Class<?> contract, String name, String version) throws IOException {
        header("Manifest-Version", "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", "org.example." + name);
        header("Bundle-Version", version);
        header("Service-Component", "OSGI-INF/component.xml");
        header(
                "Import-Package",
                "relrep.api.alignment,relrep.api.data,relrep.api.file,relrep.api.metric,"
                        + "relrep.api.model,relrep.api.plugin,relrep.api.report,relrep.api.run,"
                        + "relrep.api.similarity");
        entry(
                "OSGI-INF/component.xml",
                XML.formatted(type.getName(), contract.getName(), name)
                        .getBytes(StandardCharsets.UTF_8));
        classes(type);
    }

    PluginJar header(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Adds classes and their nested classes. */
    PluginJar classes(Class<?>... types) throws IOException {
        for (Class<?> type : types) {
            add(type.getName());
            for (Class<?> inner : type.getDeclaredClasses()) {
                add(inner.getName());
                anonymous(inner.getName());
            }
            anonymous(type.getName());
        }
        return this;
    }

    private void anonymous(String name) throws IOException {
        int number = 1;
        while (add(name + "$" + number)) {
            number++;
        }
    }

    private boolean add(String name) throws IOException {
        String path = name.replace('.', '/') + ".class";
        try (InputStream in = PluginJar.class.getClassLoader().getResourceAsStream(path)) {
            if (in != null) {
                entry(path, in.readAllBytes());
            }
            return in != null;
        }
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
