package relrep.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tests the ratios of pairs, and their formats. */
final class ResultTest {
    private static final Workload WORKLOAD = Catalogue.named("mrr/10k/300");

    private static Answer answer(double wall, double cpu) {
        return new Answer(new Clock(wall, cpu), "0.5");
    }

    private static Result result(int threads) {
        return new Result(
                WORKLOAD,
                threads,
                .25,
                List.of(answer(2, 1), answer(8, 1), answer(3, .5)),
                Optional.of(new Peer("numpy", 1)),
                List.of(answer(1, 2), answer(4, 1), answer(1, 1)));
    }

    @Test
    void theRatioIsTheMedianOverThePairs() {
        assertEquals(.5, result(1).ratio("cpu"));
        assertEquals(2, result(1).ratio("wall"));
    }

    @Test
    void oneThreadIsJudgedByProcessorTimeAndTwoByTheWall() {
        assertEquals("reached", result(1).verdict());
        assertEquals("missed", result(2).verdict());
        assertEquals(4, result(1).distance());
        assertEquals(12, result(2).distance());
    }

    @Test
    void aLineTellsAllThatWasMeasured() {
        assertEquals(
                "{\"workload\":\"mrr/10k/300\",\"threads\":1,\"clock\":\"cpu\",\"limit\":0.2500,"
                        + "\"distance\":4.000,\"wall\":3.000,\"cpu\":1.000,\"checksum\":\"0.5\","
                        + "\"peer\":\"numpy\",\"peer_wall\":1.000,\"peer_cpu\":1.000,"
                        + "\"peer_checksum\":\"0.5\",\"wall_ratio\":2.000,\"cpu_ratio\":0.5000,"
                        + "\"pairs\":3,\"aim\":1.000,\"verdict\":\"reached\"}\n",
                printed(Settings.Format.JSON));
        String[] csv = printed(Settings.Format.CSV).split("\n", 0);
        assertEquals(2, csv.length);
        assertEquals(csv[0].split(",").length, csv[1].split(",").length);
    }

    private static String printed(Settings.Format format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Printer(out, format).print(result(1));
        return bytes.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
