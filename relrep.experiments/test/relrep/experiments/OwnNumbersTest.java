package relrep.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.report.Claim;
import relrep.api.report.Claim.Condition;
import relrep.api.report.Claim.Term;
import relrep.api.report.Side;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.ExperimentFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that a claim attributed to a paper holds for the paper's own numbers. */
class OwnNumbersTest {
    private static final Pattern NUMBER = Pattern.compile("([0-9.]+)(?: ± ([0-9.]+))?");

    @Test
    void bearOutTheClaims() throws IOException {
        Set<String> contradicted = new TreeSet<>();
        int judged = 0;
        int spreads = 0;
        int gaps = 0;
        for (Path file : Shelf.files()) {
            Definition definition =
                    new ExperimentFile(
                                    file.getFileName().toString(),
                                    Files.readString(file),
                                    "test",
                                    "")
                            .define(List.of("size=paper"), OptionalLong.empty());
            Object published = definition.plain().get("published");
            for (Object line : lines(published)) {
                for (Object text : (List<?>) definition.plain().get("claims")) {
                    Claim claim = Claim.parse(String.valueOf(text));
                    for (Object other :
                            claim.right().isEmpty() ? List.of(line) : lines(published)) {
                        Optional<Boolean> holds = holds(claim, (Map<?, ?>) line, (Map<?, ?>) other);
                        judged += holds.isPresent() ? 1 : 0;
                        spreads += holds.isPresent() && claim.left().spread() ? 1 : 0;
                        gaps += holds.isPresent() && claim.left().minus().isPresent() ? 1 : 0;
                        if (!holds.orElse(true)) {
                            contradicted.add(definition.name() + ": " + text + " in " + line);
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), contradicted);
        assertTrue(judged > 100, judged + " judged");
        assertTrue(spreads >= 6, spreads + " spreads judged");
        assertTrue(gaps >= 4, gaps + " differences judged");
    }

    private static List<?> lines(Object published) {
        return published instanceof List<?> lines ? lines : List.of();
    }

    /** Returns nothing where the lines are not what the two sides are about. */
    private static Optional<Boolean> holds(Claim claim, Map<?, ?> line, Map<?, ?> other) {
        if (!agree(claim, line, other)) {
            return Optional.empty();
        }
        OptionalDouble left = number(claim.left(), claim.where(), line);
        OptionalDouble right =
                claim.right()
                        .map(side -> number(side, claim.where(), other))
                        .orElse(OptionalDouble.of(1));
        return left.isPresent() && right.isPresent()
                ? Optional.of(
                        claim.comparison()
                                .holds(left.getAsDouble(), claim.factor() * right.getAsDouble()))
                : Optional.empty();
    }

    /** Two lines are compared that have the same settings but for what the claim names. */
    private static boolean agree(Claim claim, Map<?, ?> line, Map<?, ?> other) {
        Set<String> settings = new TreeSet<>(PublishedTest.FACTORS);
        Stream.concat(Stream.of(claim.left()), claim.right().stream())
                .flatMap(side -> side.terms().stream())
                .flatMap(term -> term.factors().stream())
                .forEach(factor -> settings.remove(factor.column()));
        return settings.stream().allMatch(s -> Objects.equals(line.get(s), other.get(s)));
    }

    /** The printed mean, the difference of two, or the printed standard deviation. */
    private static OptionalDouble number(Side side, List<Condition> where, Map<?, ?> line) {
        OptionalDouble number = number(side.term(), where, line, side.spread() ? 2 : 1);
        if (side.minus().isEmpty() || number.isEmpty()) {
            return number;
        }
        OptionalDouble subtracted = number(side.minus().get(), where, line, 1);
        return side.spread() || subtracted.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(number.getAsDouble() - subtracted.getAsDouble());
    }

    private static OptionalDouble number(
            Term term, List<Condition> where, Map<?, ?> line, int group) {
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
        return about && number.matches() && number.group(group) != null
                ? OptionalDouble.of(Double.parseDouble(number.group(group)))
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
