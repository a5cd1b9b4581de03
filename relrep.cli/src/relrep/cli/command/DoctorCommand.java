package relrep.cli.command;

import picocli.CommandLine.Mixin;

import relrep.workbench.doctor.InstallationReport;
import relrep.workbench.place.Places;

import java.nio.charset.Charset;

/** The command {@code doctor}: examines the installation. */
@ComputesNothing
@picocli.CommandLine.Command(
        name = "doctor",
        sortOptions = false,
        header = "Looks at Java, natives, disk, cache, plugins, data and terminal.",
        description = {
            "The exit code is 4 if something is wrong; each line about it says what to do."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  relrep doctor", "  relrep doctor --json"})
final class DoctorCommand implements Command {
    private static final String SUSPECT = "move away what is in plugins/, one jar after another";

    private final Workbench workbench;
    private final Console console;

    @Mixin private CommonOptions common;

    DoctorCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        Places places = console.places();
        InstallationReport health =
                new InstallationReport()
                        .java(
                                Runtime.version(),
                                System.getProperty("java.home"),
                                Runtime.getRuntime().maxMemory())
                        .attempt(
                                "bundles",
                                SUSPECT,
                                into -> into.bundles(workbench.checkups().get()))
                        .folder("cache", places.cache(), "RELREP_CACHE names another folder")
                        .folder("runs", console.directory(), "go elsewhere, or give --out")
                        .attempt("plugins", SUSPECT, this::plugins)
                        .data(places)
                        .add("terminal", terminal(), true, "");
        return new DoctorPage(health.findings());
    }

    private void plugins(InstallationReport health) {
        health.plugins(workbench.registry().tried(), workbench.stuck().get());
    }

    private String terminal() {
        Screen screen = console.screen();
        String charset = Charset.defaultCharset().name();
        return screen.outTerminal()
                ? "%d columns, %s, %s"
                        .formatted(
                                screen.columns().getAsInt(),
                                screen.colours() ? "colours" : "no colours",
                                charset)
                : "none (output goes to a file or a pipe), " + charset;
    }
}
