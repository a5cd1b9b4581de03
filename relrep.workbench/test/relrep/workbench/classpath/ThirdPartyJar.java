package relrep.workbench.classpath;

import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** A third-party bundle, compiled from sources and described as bnd describes components. */
final class ThirdPartyJar {
    private static final String DESCRIPTION =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s"%2$s>
              %3$s
              <service%4$s><provide interface="%5$s"/></service>
              <implementation class="%1$s"/>
            </scr:component>
            """;

    private final Path folder;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    ThirdPartyJar(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Adds a class without a description, in the package {@code com.example}. */
    ThirdPartyJar source(String name, String source) {
        sources.put(name, "package com.example;\n" + source);
        return this;
    }

    /**
     * Adds a component.
     *
     * @param attributes of the component, such as {@code init="1"}
     * @param elements properties and references
     * @param scope of the service, such as {@code scope="prototype"}
     */
    ThirdPartyJar component(
            String name,
            Class<?> contract,
            String attributes,
            String elements,
            String scope,
            String source) {
        source(name, source);
        return text(
                "OSGI-INF/%s.xml".formatted(name),
                DESCRIPTION.formatted(
                        "com.example." + name,
                        attributes.isEmpty() ? "" : " " + attributes,
                        elements,
                        scope.isEmpty() ? "" : " " + scope,
                        contract.getName()));
    }

    /** Adds a file. */
    ThirdPartyJar text(String path, String text) {
        texts.put(path, text);
        return this;
    }

    /** Compiles it, and returns where it is. */
    URL pack(String name) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        Path written = Files.createDirectories(folder.resolve(name + "-sources"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = written.resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            int failed =
                    ToolProvider.getSystemJavaCompiler()
                            .run(
                                    null,
                                    null,
                                    null,
                                    "-cp",
                                    System.getProperty("java.class.path") + ":" + classes,
                                    "-proc:none",
                                    "-d",
                                    classes.toString(),
                                    file.toString());
            if (failed != 0) {
                throw new IOException(source.getKey() + " does not compile");
            }
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.example." + name);
        manifest.getMainAttributes().putValue("Bundle-Version", "2.0.0");
        manifest.getMainAttributes().putValue("Service-Component", "OSGI-INF/*.xml");
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                add(entries, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                add(entries, text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar.toUri().toURL();
    }

    private static void add(JarOutputStream entries, String path, byte[] content)
            throws IOException {
        entries.putNextEntry(new JarEntry(path));
        entries.write(content);
        entries.closeEntry();
    }

    /** Returns a class path of jars, in this order, behind that of the tests. */
    static URLClassLoader path(URL... jars) throws MalformedURLException {
        return new URLClassLoader(
                List.of(jars).toArray(URL[]::new), ThirdPartyJar.class.getClassLoader());
    }
}
