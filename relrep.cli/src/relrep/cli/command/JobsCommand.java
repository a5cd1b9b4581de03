package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.Job;
import relrep.workbench.plugins.Nearest;

import java.util.List;

/** The command {@code jobs}: lists the submitted experiments of the shell, and cancels them. */
@ComputesNothing
@picocli.CommandLine.Command(
        name = "jobs",
        sortOptions = false,
        header = "Lists the experiments that wait or run beside the shell's prompt.",
        footerHeading = "%nExamples:%n",
        footer = {"  relrep jobs", "  relrep jobs --cancel demo-1"})
final class JobsCommand implements Command {
    private final Workbench workbench;

    @Option(names = "--cancel", paramLabel = "JOB", description = "End this one.")
    private String cancelled;

    @Mixin private CommonOptions common;

    JobsCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() {
        List<Job> jobs = workbench.experiments().get().jobs();
        if (cancelled != null) {
            List<String> ids = jobs.stream().map(Job::id).toList();
            jobs.stream()
                    .filter(job -> job.id().equals(cancelled))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new InvalidInputException(
                                            "unknown job '%s'; %s"
                                                    .formatted(
                                                            cancelled,
                                                            Nearest.choice(cancelled, ids))))
                    .cancel("cancelled by the user");
        }
        return new Answers(jobs.stream().map(JobPage::new).toList());
    }
}
