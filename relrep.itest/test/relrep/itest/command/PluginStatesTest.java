package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Blocks;
import relrep.itest.bundle.Failing;
import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Checks that every jar that brings no plugin, or not what it declares, is listed with its state
 * and reason.
 */
class PluginStatesTest {
    private static final String API =
            "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.similarity";
    private static final String DESCRIPTION =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="failing">
              <property name="relrep.name" value="failing"/>
              <service><provide interface="relrep.api.similarity.PointSimilarity"/></service>
              <implementation class="%s"/>
            </scr:component>
            """
                    .formatted(Failing.class.getName());

    @TempDir Path folder;

    private Path dropAll(Path plugins) throws IOException {
        Path good = Jars.bundle(plugins.resolve("a-good.jar"), Blocks.class, "1.0.0", API);
        Files.copy(good, plugins.resolve("b-second.jar"));
        Jars.bundle(plugins.resolve("c-namesake.jar"), Blocks.class, "2.0.0", API);
        Jars.described(
                plugins.resolve("d-malformed.jar"),
                "org.example.malformed",
                DESCRIPTION.replace("</service>", "</servce>"),
                Failing.class);
        Jars.described(
                plugins.resolve("e-failing.jar"),
                "org.example.failing",
                DESCRIPTION,
                Failing.class);
        Jars.bundle(
                plugins.resolve("f-missing.jar"), Blocks.class, "3.0.0", API + ",org.example.none");
        byte[] whole = Files.readAllBytes(good);
        Files.write(plugins.resolve("g-half.jar"), Arrays.copyOf(whole, whole.length / 2));
        new JarOutputStream(Files.newOutputStream(plugins.resolve("h-plain.jar")), new Manifest())
                .close();
        return plugins;
    }

    private static void holds(String text, String... patterns) {
        for (String pattern : patterns) {
            assertTrue(
                    text.lines().anyMatch(line -> line.matches(pattern)),
                    () -> "no line is like " + pattern + " in\n" + text);
        }
    }

    @Test
    void listAndDoctorTellAllAndLeaveNothingOnStandardError() throws Exception {
        Relrep relrep = new Relrep(folder);
        dropAll(relrep.plugins());
        Relrep.Result list = relrep.run("list", "similarity");
        assertEquals("", list.err());
        assertEquals(0, list.exit());
        holds(
                list.out(),
                "similarity +blocks +ready +org.example.blocks +1.0.0 .*",
                "similarity +blocks +hidden +org.example.blocks +1.0.0 .*service.ranking.*",
                "similarity +blocks +hidden +org.example.blocks +2.0.0 .*service.ranking.*",
                "similarity +failing +failed +org.example.failing +1.0.0 +there is no licence file",
                "second org.example.blocks 1.0.0: a-good.jar brings the same bundle.*",
                "broken org.example.malformed 1.0.0: OSGI-INF/component.xml, line 3 is malformed.*",
                "unresolved org.example.blocks 3.0.0: it needs the package org.example.none; .*",
                "unreadable g-half.jar: it is not a whole jar.*",
                "unreadable h-plain.jar: it is a jar and not a bundle.*");
        Relrep.Result doctor = relrep.run("doctor");
        assertEquals(4, doctor.exit());
        for (String told :
                List.of("hidden", "failed", "second", "broken", "unresolved", "unreadable")) {
            assertTrue(doctor.out().contains(" is " + told), () -> told + " in " + doctor.out());
        }
    }
}
