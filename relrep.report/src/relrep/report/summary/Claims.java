package relrep.report.summary;

import relrep.api.report.Report;
import relrep.report.summary.Verdict.Outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the table of verdicts on claims. */
final class Claims {
    private static final String HOW =
            "Differences within pairs of equal seeds, one-sided at 5 %:\n"
                    + "Wilcoxon from 6 pairs on, paired t from 3, no test below."
                    + " `6/3` is 6 pairs of 3 networks.";

    private static final String SPREADS =
            " Spreads (std): Pitman–Morgan on the same pairs, from 3 on, no test below.";

    private Claims() {}

    static Optional<Section> section(Report report) {
        List<Verdict> verdicts = Judge.verdicts(report);
        if (verdicts.isEmpty()) {
            return Optional.empty();
        }
        List<String> settings = verdicts.stream().map(v -> where(v, verdicts)).toList();
        boolean apart = settings.stream().anyMatch(setting -> !setting.isEmpty());
        Table table = new Table().words("claim");
        if (apart) {
            table.words("where");
        }
        table.numbers("left").numbers("right").numbers("n");
        table.words("test").words("verdict");
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            List<String> cells = new ArrayList<>(List.of(verdict.claim()));
            if (apart) {
                cells.add(settings.get(i));
            }
            cells.addAll(List.of(verdict.left(), verdict.right(), verdict.count()));
            cells.addAll(List.of(verdict.test(), verdict.outcome().text()));
            table.row(cells);
        }
        boolean spreads = verdicts.stream().anyMatch(verdict -> verdict.left().startsWith("std "));
        String text = count(verdicts) + HOW + (spreads ? SPREADS : "");
        return Optional.of(new Section("Claims", text, Optional.of(table), List.of()));
    }

    private static String count(List<Verdict> verdicts) {
        return Arrays.stream(Outcome.values())
                .map(
                        outcome ->
                                verdicts.stream().filter(v -> v.outcome() == outcome).count()
                                        + " "
                                        + outcome.several())
                .collect(Collectors.joining(", ", "", ". "));
    }

    /** Returns the factors that distinguish this setting from the others of the same claim. */
    private static String where(Verdict verdict, List<Verdict> verdicts) {
        Map<String, String> own = new TreeMap<>(verdict.setting());
        own.entrySet()
                .removeIf(
                        factor ->
                                verdicts.stream()
                                        .filter(other -> other.claim().equals(verdict.claim()))
                                        .map(other -> other.setting().get(factor.getKey()))
                                        .allMatch(factor.getValue()::equals));
        own.remove("target_width", own.get("width"));
        own.remove("target_architecture", own.get("architecture"));
        List<Map<String, String>> settings =
                verdicts.stream()
                        .filter(other -> other.claim().equals(verdict.claim()))
                        .map(Verdict::setting)
                        .toList();
        leaveOut("architecture", "source", own, settings);
        leaveOut("target_architecture", "target", own, settings);
        return Layout.words(own);
    }

    /** Removes a factor that another factor determines. */
    private static void leaveOut(
            String what, String teller, Map<String, String> own, List<Map<String, String>> all) {
        String told = own.get(teller);
        long different =
                all.stream()
                        .filter(setting -> told != null && told.equals(setting.get(teller)))
                        .map(setting -> String.valueOf(setting.get(what)))
                        .distinct()
                        .count();
        if (different == 1) {
            own.remove(what);
        }
    }
}
