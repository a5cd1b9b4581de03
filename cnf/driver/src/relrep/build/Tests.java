package relrep.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the tests of rooms and adds up the results. A room without its tests is a failure. */
final class Tests {
    /** The JUnit tag of tests that {@code --fast} leaves out. */
    static final String SLOW = "slow";

    private final Say say;
    private final Request request;
    private Optional<Analysis> analysis = Optional.empty();

    Tests(Say say, Request request) {
        this.say = say;
        this.request = request;
    }

    /** Makes the findings of an analysis, which runs in parallel, count as failures. */
    Tests with(Analysis other) {
        analysis = Optional.of(other);
        return this;
    }

    int run(List<Room> rooms) throws Exception {
        Tally sum = Tally.NONE;
        boolean missing = false;
        List<Room> tested = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Room room : rooms) {
            if (room.isEmpty() || room.isWithoutTests()) {
                continue;
            }
            if (request.fast() && room.testsTheDistribution()) {
                left.add(room.name());
            } else if (Room.files(room.tests()).isEmpty()) {
                say.result("%-24s has no tests".formatted(room.name()));
                missing = true;
            } else {
                tested.add(room);
            }
        }
        for (Tally tally : tallies(tested)) {
            missing |= tally.all() == 0 && request.tests().isEmpty();
            sum = sum.plus(tally);
        }
        if (analysis.isPresent()) {
            int findings = analysis.get().end(say);
            say.result("%-24s %s".formatted("static analysis", findings(findings)));
            missing |= findings > 0;
        }
        if (request.fast()) {
            say.result(
                    "left out: %s, tests tagged '%s', and the static analysis"
                            .formatted(String.join(", ", left), SLOW));
        }
        say.result(say.elapsed());
        say.result(sum.toString());
        if (sum.all() == 0) {
            throw BuildFailure.failed("no test ran");
        }
        return sum.failed() > 0 || missing ? 1 : 0;
    }

    /**
     * Runs the tests. Fast ones use all processors. Of the others two rooms run at a time, since
     * some start processes that use all processors themselves; these take longest, so they begin.
     */
    private List<Tally> tallies(List<Room> rooms) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads =
                Executors.newFixedThreadPool(request.fast() ? processors : Math.min(2, processors));
        try {
            Build build = new Build(say);
            List<Room> longestFirst = new ArrayList<>(rooms);
            longestFirst.sort(Comparator.comparing(room -> !room.testsTheDistribution()));
            List<Future<Tally>> running = new ArrayList<>();
            for (Room room : longestFirst) {
                build.tests(room);
                running.add(threads.submit(() -> tally(room)));
            }
            List<Tally> tallies = new ArrayList<>();
            for (Future<Tally> each : running) {
                tallies.add(each.get());
            }
            return tallies;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private Tally tally(Room room) throws Exception {
        Tally tally = new UnitTests(room, request).run();
        say.result("%-24s %s".formatted(room.name(), tally));
        return tally;
    }

    /** Returns the number of findings in words. */
    static String findings(int count) {
        return count == 0 ? "no findings" : count == 1 ? "1 finding" : count + " findings";
    }
}
