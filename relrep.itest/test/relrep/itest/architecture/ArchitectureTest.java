package relrep.itest.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Checks rules for all classes except tests. */
final class ArchitectureTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final int MANY = 300;

    private static JavaClasses classes;

    @BeforeAll
    static void read() throws Exception {
        try (Stream<Path> list = Files.list(TOP)) {
            List<Path> folders =
                    list.map(room -> room.resolve("bin")).filter(Files::isDirectory).toList();
            classes = new ClassFileImporter().importPaths(folders);
        }
    }

    @Test
    void classesWereLookedAt() {
        assertTrue(classes.size() > MANY, () -> "only " + classes.size());
        for (String room : List.of("api", "kernels", "models", "runtime", "similarity")) {
            assertTrue(classes.that(resideInAPackage("relrep." + room + "..")).size() > 5, room);
        }
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        hold(slices().matching("relrep.(**)").should().beFreeOfCycles());
    }

    /**
     * The process's own streams and exit belong to the launcher, to the console and to the program
     * of the kept results; the plugins of the torture command misbehave on purpose.
     */
    @Test
    void nobodyPrintsOrExits() {
        hold(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "relrep.launch",
                                "relrep.cli.shell",
                                "relrep.results",
                                "relrep.torture.plugin")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(System.class, "exit", int.class)
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace"));
    }

    /** What commands say comes by a page, or as a sentence of theirs: both show escapes. */
    @Test
    void commandsWriteToTheConsoleInTwoPlaces() {
        hold(
                noClasses()
                        .that()
                        .resideInAPackage("relrep.cli.command")
                        .and()
                        .doNotHaveSimpleName("TextPage")
                        .and()
                        .doNotHaveSimpleName("Commands")
                        .and()
                        .doNotHaveSimpleName("FaultFile")
                        .should()
                        .callMethod(PrintWriter.class, "println", String.class)
                        .orShould()
                        .callMethod(PrintWriter.class, "print", String.class)
                        .orShould()
                        .callMethod(PrintWriter.class, "write", String.class));
    }

    @Test
    void randomnessIsSeeded() {
        hold(
                noClasses()
                        .should()
                        .callConstructor(Random.class)
                        .orShould()
                        .callConstructor(SplittableRandom.class)
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callMethod(ThreadLocalRandom.class, "current")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(Collections.class, "shuffle", List.class));
    }

    @Test
    void componentsGetWhatTheyNeedInTheirConstructor() {
        hold(
                noFields()
                        .should()
                        .beAnnotatedWith("org.osgi.service.component.annotations.Reference"));
    }

    /** A Turkish machine writes a small I without its dot. */
    @Test
    void nobodyAsksForTheLanguageOfTheMachine() {
        hold(
                noClasses()
                        .should()
                        .callMethod(String.class, "toLowerCase")
                        .orShould()
                        .callMethod(String.class, "toUpperCase"));
    }

    @Test
    void noStaticFieldChanges() {
        hold(fields().that().areStatic().should().beFinal());
    }

    @Test
    void classesAreNamedAfterWhatTheyAre() {
        hold(
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Impl"));
        hold(
                noClasses()
                        .that()
                        .resideInAPackage("relrep.api..")
                        .should()
                        .haveSimpleNameStartingWith("Abstract"));
    }

    private static void hold(ArchRule rule) {
        rule.check(classes.that(alwaysTrue()));
    }
}
