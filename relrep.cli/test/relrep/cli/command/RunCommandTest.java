package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.experiment.Row;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.UnavailableException;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;
import relrep.runtime.experiment.RunRequest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

class RunCommandTest {
    @TempDir Path folder;
    private Typed typed;

    @BeforeEach
    void know() {
        typed = new Typed(folder);
        typed.experiments.body = (request, run) -> outcome(request, End.DONE, List.of());
        for (String name : List.of("demo", "other")) {
            typed.experiments.known.add(info(name, ExperimentInfo.State.READY, List.of()));
        }
    }

    private static ExperimentInfo info(
            String name, ExperimentInfo.State state, List<String> missing) {
        return new ExperimentInfo(
                name, List.of("stitch"), "", "", "relrep.runtime", "", state, missing, Map.of());
    }

    private static RunOutcome outcome(
            RunRequest request, End end, List<Map<String, String>> failures) {
        Row row = new Row(Map.of("width", "10"), "mse", 0.25, new float[0]);
        return new RunOutcome(
                request.experiment(),
                Path.of("/runs/x"),
                end,
                List.of(row),
                failures,
                "| a | b |",
                "1 row in /runs/x");
    }

    @Test
    void everyOptionReachesTheExperiment() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        typed.type(
                "run",
                "demo",
                "--set",
                "seeds=[1,2]",
                "--set",
                "a.b=c",
                "--seed",
                "7",
                "--data",
                "d",
                "--out",
                "o",
                "--jobs",
                "3",
                "--fresh",
                "--wait");
        assertEquals("", typed.err);
        assertEquals(
                List.of(
                        new RunRequest(
                                "demo",
                                List.of("seeds=[1,2]", "a.b=c"),
                                OptionalLong.of(7),
                                Optional.of(folder.resolve("d")),
                                Optional.of(folder.resolve("o")),
                                3,
                                true,
                                true,
                                List.of(
                                        "run",
                                        "demo",
                                        "--set",
                                        "seeds=[1,2]",
                                        "--set",
                                        "a.b=c",
                                        "--seed",
                                        "7",
                                        "--data",
                                        "d",
                                        "--out",
                                        "o",
                                        "--jobs",
                                        "3",
                                        "--fresh",
                                        "--wait"),
                                folder)),
                typed.experiments.ran);
    }

    @Test
    void theSummaryIsPrintedAndWhereTheRestIs() {
        typed.type("run", "demo");
        assertEquals("| a | b |\n\n1 row in /runs/x\n", typed.out);
        assertEquals(0, typed.exit);
    }

    @Test
    void demoIsTheExperimentOfThatName() {
        typed.type("demo", "--fresh");
        assertEquals("demo", typed.experiments.ran.get(0).experiment());
        assertTrue(typed.experiments.ran.get(0).fresh());
    }

    @Test
    void aFailedCellEndsWithOne() {
        typed.experiments.body =
                (request, run) ->
                        outcome(request, End.DONE, List.of(Map.of("reason", "n is below k")));
        typed.type("run", "demo");
        assertTrue(typed.out.contains("failed n is below k\n"), typed.out);
        assertEquals(1, typed.exit);
    }

    @Test
    void aFailedCellIsToldByTheFactorsThatApplyAndNotMoreThanFive() {
        Map<String, String> failure = new TreeMap<>();
        failure.put("experiment", "demo");
        failure.put("bridge", "rigid");
        failure.put("similarity", "");
        failure.put("source_seed", "1");
        failure.put("reason", "n is below k");
        typed.experiments.body =
                (request, run) -> outcome(request, End.DONE, Collections.nCopies(7, failure));
        typed.type("run", "demo");
        String line = "failed bridge rigid, source_seed 1: n is below k\n";
        assertTrue(
                typed.out.contains(line.repeat(5) + "2 more failed; failures.csv has each\n"),
                typed.out);
    }

    @Test
    void whatIsNoFolderIsRefusedAsData() {
        typed.type("run", "demo", "--data", "nowhere");
        assertEquals(
                "relrep: --data must be a folder, and '%s' is not\n"
                        .formatted(folder.resolve("nowhere")),
                typed.err);
        assertEquals(2, typed.exit);
        assertEquals(List.of(), typed.experiments.ran);
    }

    @Test
    void severalExperimentsArePlannedBeforeTheFirstRunsAndShareAParentFolder() {
        typed.type("run", "demo", "other", "--out", "all");
        assertEquals(2, typed.experiments.planned.size());
        assertEquals(
                List.of(folder.resolve("all/demo"), folder.resolve("all/other")),
                typed.experiments.ran.stream().map(request -> request.out().get()).toList());
    }

    @Test
    void aSlipInTheLastOfSeveralStopsTheFirst() {
        typed.type("run", "demo", "othr");
        assertEquals("relrep: unknown experiment 'othr'\n", typed.err);
        assertEquals(2, typed.exit);
        assertEquals(List.of(), typed.experiments.ran);
    }

    @Test
    void aDryRunPrintsTheCellsAndRunsNothing() {
        typed.type("run", "demo", "--dry-run");
        assertEquals(
                """
                demo: 1 network, 1 cell
                network  ae(1): conv, width 10
                CELL             METRICS
                rigid, width 10  mse
                """,
                typed.out);
        assertEquals(List.of(), typed.experiments.ran);
    }

    @Test
    void jsonHasTheRows() {
        typed.type("run", "demo", "--json");
        assertEquals(
                """
                {
                  "experiment": "demo",
                  "folder": "/runs/x",
                  "end": "done",
                  "rows": [
                    {
                      "width": "10",
                      "metric": "mse",
                      "value": 0.25
                    }
                  ],
                  "failures": [],
                  "sentence": "1 row in /runs/x"
                }
                """,
                typed.out);
    }

    @Test
    void theExitCodeTellsWhoRefused() {
        typed.experiments.body =
                (request, run) -> {
                    throw new InvalidInputException("k must be below n");
                };
        assertEquals(2, typed.type("run", "demo").exit);
        assertEquals("relrep: k must be below n\n", typed.err);
        typed.experiments.body =
                (request, run) -> {
                    throw new UnavailableException("there is no mnist", null);
                };
        assertEquals(4, typed.type("run", "demo").exit);
        assertEquals("relrep: there is no mnist\n", typed.err);
    }

    @Test
    void aCancelSurfacesInTheWorkAndEndsWith130() {
        typed.experiments.body =
                (request, run) -> {
                    typed.cancellation.cancel("interrupted");
                    try {
                        run.step(1, 2);
                        throw new AssertionError("a step must throw now");
                    } catch (CancelledException expected) {
                        return outcome(request, End.CANCELLED, List.of());
                    }
                };
        typed.type("run", "demo", "other");
        assertEquals(130, typed.exit);
        assertEquals(1, typed.experiments.ran.size());
    }

    @Test
    void aNoteIsSaidUnlessQuiet() {
        typed.experiments.body =
                (request, run) -> {
                    run.note("the cache is read-only");
                    return outcome(request, End.DONE, List.of());
                };
        assertEquals("the cache is read-only\n", typed.type("run", "demo").err);
        assertEquals("", typed.type("run", "demo", "--quiet").err);
    }

    @Test
    void onATerminalThereIsABarThatGoesAway() {
        typed.screen = new Screen(true, true, true, () -> 80);
        typed.experiments.body =
                (request, run) -> {
                    run.step(1, 2);
                    return outcome(request, End.DONE, List.of());
                };
        typed.type("run", "demo");
        assertEquals("\r\u001B[Kdemo [============>           ] 50 %\r\u001B[K", typed.err);
    }

    @Test
    void inTheShellAWaitingExperimentIsHandedIn() {
        typed.experiments.known.set(
                0, info("demo", ExperimentInfo.State.WAITING, List.of("similarity 'manhattan'")));
        typed.shell = true;
        typed.type("run", "demo");
        assertEquals(
                "demo-1: waiting for similarity 'manhattan'; it starts when that arrives\n",
                typed.out);
        assertEquals(List.of(), typed.experiments.ran);
        assertEquals(typed.out, typed.type("jobs").out);
        assertEquals(
                "demo-1: ended; cancelled by the user\n",
                typed.type("jobs", "--cancel", "demo-1").out);
        assertEquals(List.of("demo-1: cancelled by the user"), typed.later);
        typed.type("jobs", "--cancel", "demo-2");
        assertEquals(
                "relrep: unknown job 'demo-2'; did you mean 'demo-1'? there is demo-1\n",
                typed.err);
    }

    @Test
    void theShellInTheShellIsRefused() {
        typed.shell = true;
        typed.type("shell");
        assertEquals("relrep: this is the shell already\n", typed.err);
        assertEquals(2, typed.exit);
    }
}
