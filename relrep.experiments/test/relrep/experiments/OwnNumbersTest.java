package relrep.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.report.Claim;
import relrep.api.report.Claim.Condition;
import relrep.api.report.Claim.Term;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.ExperimentFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A claim that is said to be a paper's must be borne out by the paper's own numbers. */
class OwnNumbersTest {
    private static final Pattern NUMBER = Pattern.compile("([0-9.]+)( ± [0-9.]+)?");

    @Test
    void bearOutTheClaims() throws IOException {
        Set<String> contradicted = new TreeSet<>();
        int judged = 0;
        for (Path file : Shelf.files()) {
            Definition definition =
                    new ExperimentFile(
                                    file.getFileName().toString(),
                                    Files.readString(file),
                                    "test",
                                    "")
                            .define(List.of("size=paper"), OptionalLong.empty());
            Object published = definition.plain().get("published");
            for (Object line : published instanceof List<?> lines ? lines : List.of()) {
                for (Object text : (List<?>) definition.plain().get("claims")) {
                    Claim claim = Claim.parse(String.valueOf(text));
                    Optional<Boolean> holds = holds(claim, (Map<?, ?>) line);
                    judged += holds.isPresent() ? 1 : 0;
                    if (!holds.orElse(true)) {
                        contradicted.add(definition.name() + ": " + text + " in " + line);
                    }
                }
            }
        }
        assertEquals(Set.of(), contradicted);
        assertTrue(judged > 100, judged + " judged");
    }

    /** Returns nothing where the line is not what the claim is about. */
    private static Optional<Boolean> holds(Claim claim, Map<?, ?> line) {
        OptionalDouble left = number(claim.left(), claim.where(), line);
        OptionalDouble right =
                claim.right()
                        .map(term -> number(term, claim.where(), line))
                        .orElse(OptionalDouble.of(1));
        return left.isPresent() && right.isPresent()
                ? Optional.of(
                        claim.comparison()
                                .holds(left.getAsDouble(), claim.factor() * right.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble number(Term term, List<Condition> where, Map<?, ?> line) {
        boolean about =
                meets(line, where)
                        && meets(line, term.factors())
                        && (!line.containsKey("metric")
                                || term.metric().map(line.get("metric")::equals).orElse(true));
        Matcher number =
                NUMBER.matcher(
                        line.entrySet().stream()
                                .filter(entry -> plain(entry.getKey()).equals(term.row()))
                                .map(entry -> String.valueOf(entry.getValue()))
                                .findFirst()
                                .orElse(""));
        return about && number.matches()
                ? OptionalDouble.of(Double.parseDouble(number.group(1)))
                : OptionalDouble.empty();
    }

    /** A line that does not have the column is not known to be meant. */
    private static boolean meets(Map<?, ?> line, List<Condition> conditions) {
        return conditions.stream()
                .allMatch(
                        condition ->
                                line.containsKey(condition.column())
                                        && condition.holds(
                                                String.valueOf(line.get(condition.column()))));
    }

    private static String plain(Object text) {
        return String.valueOf(text).replace(" ", "");
    }
}
