package relrep.cli.command;

import picocli.CommandLine.Mixin;

import relrep.api.run.InvalidInputException;

/** The command {@code shell}: opens the interactive shell. */
@Interactive
@picocli.CommandLine.Command(
        name = "shell",
        sortOptions = false,
        header = "Opens the Felix shell, with these commands beside Felix's own.",
        description = {
            "The commands are typed as here (list, run demo, relrep run demo); Tab completes names"
                    + " and options, Ctrl-C ends the command that runs, Ctrl-D leaves. Jars dropped"
                    + " into plugins/ can be used at once."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  relrep shell", "  echo 'list aligners' | relrep shell"})
final class ShellCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Mixin private CommonOptions common;

    ShellCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        if (console.shell()) {
            throw new InvalidInputException("this is the shell already");
        }
        return new EmptyAnswer(workbench.shell().get());
    }
}
