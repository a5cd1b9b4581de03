package relrep.cli.command;

import relrep.api.run.Seed;
import relrep.runtime.experiment.Experiments;
import relrep.runtime.experiment.Job;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunRequest;
import relrep.workbench.progress.Cancellation;
import relrep.workbench.progress.Display;
import relrep.workbench.progress.Progress;
import relrep.workbench.terminal.TerminalText;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Plans, runs or submits the experiments of one command. */
final class Runs {
    private final Experiments experiments;
    private final Console console;
    private final CommonOptions common;
    private final RunOptions options;

    Runs(Experiments experiments, Console console, CommonOptions common, RunOptions options) {
        this.experiments = experiments;
        this.console = console;
        this.common = common;
        this.options = options;
    }

    Answer of(List<String> names) {
        options.require();
        List<RunRequest> requests =
                names.stream()
                        .map(name -> options.request(name, names.size() > 1, console))
                        .toList();
        if (options.dryRun) {
            return new Answers(
                    requests.stream().map(experiments::plan).map(PlanPage::new).toList());
        }
        if (requests.size() > 1) {
            // A slip in the last one should not show after the first has run for hours.
            requests.forEach(experiments::plan);
        }
        List<Answer> answers = new ArrayList<>();
        for (RunRequest request : requests) {
            answers.add(waiting(request) ? handIn(request) : run(request));
            if (console.cancellation().cancelled()) {
                break;
            }
        }
        return new Answers(answers);
    }

    /** Returns whether the run waits for plugins. In the shell it waits in the background. */
    private boolean waiting(RunRequest request) {
        return console.shell() && !experiments.missing(request).isEmpty();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what failed is in the line that it prints
    private Answer handIn(RunRequest request) {
        Progress progress =
                new Progress(seed(request), new Cancellation(), Display.none(), System::nanoTime);
        Job job = experiments.submit(request, progress.run());
        JobPage now = new JobPage(job);
        job.outcome()
                .whenComplete(
                        (outcome, thrown) ->
                                console.later()
                                        .accept(
                                                TerminalText.line(
                                                        job.id() + ": " + JobPage.end(job))));
        return now;
    }

    private Answer run(RunRequest request) {
        try (Progress progress =
                new Progress(
                        seed(request),
                        console.cancellation(),
                        console.display(request.experiment(), common.quiet),
                        System::nanoTime)) {
            RunOutcome outcome = experiments.run(request, progress.run());
            OutcomePage page = new OutcomePage(outcome);
            return outcome.end() == RunOutcome.End.DONE ? progress.done(page) : page;
        }
    }

    private static Seed seed(RunRequest request) {
        OptionalLong seed = request.seed();
        return Seed.of(seed.orElse(0));
    }
}
