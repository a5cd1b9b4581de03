package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.report.Reporter;

import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class ReporterChecksTest {
    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger calls = new AtomicInteger();
        Reporter sound =
                (report, folder) ->
                        Files.writeString(
                                folder.resolve("rows.txt"), report.rows().size() + " rows");
        return new CounterExamples()
                .sound("rows", sound)
                .broken(
                        "writes the same bytes for the same report",
                        (Reporter)
                                (report, folder) ->
                                        Files.writeString(
                                                folder.resolve("a.txt"),
                                                "" + calls.incrementAndGet()))
                .broken(
                        "writes into the folder alone, and leaves what is there",
                        (Reporter)
                                (report, folder) ->
                                        Files.writeString(folder.resolve("results.csv"), "mine"))
                .broken(
                        "writes about a run that found nothing",
                        (Reporter) (report, folder) -> report.rows().get(0))
                .broken(
                        "writes about a run in which every cell failed",
                        (Reporter) (report, folder) -> report.rows().get(0))
                .tests();
    }
}
