package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import relrep.api.run.InvalidInputException;
import relrep.workbench.trust.PluginJar;
import relrep.workbench.trust.TrustEntry;
import relrep.workbench.trust.TrustList;
import relrep.workbench.trust.UnfitJarException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code trust}: adds jars, or their signers, to the list of trusted plugins. */
@ComputesNothing
@picocli.CommandLine.Command(
        name = "trust",
        sortOptions = false,
        header = "Lists a plugin's jar, or its signer, as trusted.",
        description = {
            "A plugin runs with your rights. With RELREP_TRUST=listed or --trust listed, a plugin"
                    + " starts only if plugins/trusted has its SHA-256 or its signer's certificate."
                    + " This command adds a line to that file."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  relrep trust plugins/manhattan.jar", "  relrep trust --signer manhattan.jar"})
final class TrustCommand implements Command {
    private final Console console;

    @Mixin private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "FILE.jar", description = "the jar of a plugin")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--signer",
            description = "List the signer, and so every jar of that signer, instead of this jar.")
    private boolean signer;

    TrustCommand(Workbench workbench, Console console) {
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        Path list = folder().resolve(TrustList.NAME);
        List<Answer> answers = new ArrayList<>();
        for (Path file : files) {
            answers.addAll(trust(file, console.directory().resolve(file), list));
        }
        return new Answers(answers);
    }

    private Path folder() {
        return console.directory()
                .resolve(
                        Optional.ofNullable(console.environment().get("RELREP_PLUGINS"))
                                .filter(named -> !named.isBlank())
                                .or(() -> Optional.ofNullable(System.getProperty("relrep.plugins")))
                                .orElse("plugins"));
    }

    private List<Answer> trust(Path label, Path file, Path list) {
        try {
            PluginJar jar = PluginJar.read(file);
            List<TrustEntry> entries =
                    signer ? TrustEntry.ofSigners(file) : List.of(TrustEntry.ofJar(file));
            if (entries.isEmpty()) {
                throw new InvalidInputException(
                        "%s must be signed, every entry by the same certificate, and it is not; without --signer its SHA-256 is listed"
                                .formatted(label));
            }
            List<Answer> answers = new ArrayList<>();
            for (TrustEntry entry : entries) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("bundle", jar.name() + " " + jar.version());
                facts.put(signer ? "certificate" : "sha256", entry.digest());
                facts.put("list", list.toString());
                String added = entry.add(list) ? "is listed now" : "was listed before";
                answers.add(
                        new FilePage(
                                "%s of %s %s"
                                        .formatted(signer ? "the signer" : "the jar", label, added),
                                facts));
            }
            return answers;
        } catch (UnfitJarException unfit) {
            throw new InvalidInputException(
                    "%s must be the jar of a bundle: %s".formatted(label, unfit.getMessage()),
                    unfit);
        } catch (IOException failed) {
            throw new InvalidInputException(
                    "the list of trusted jars cannot be kept: " + failed.getMessage(), failed);
        }
    }
}
