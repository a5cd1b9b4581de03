package relrep.text.dataset;

import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a user should know about the texts taken: empty ones, repeated ones, missing classes. */
final class TextFindings {
    private TextFindings() {}

    /**
     * Notes the findings in one sentence, if there are any.
     *
     * @param part the name of the part that is measured on
     * @param missing the classes without a training sample
     */
    static void note(
            String set,
            String part,
            LabelledTexts train,
            LabelledTexts measured,
            List<String> missing,
            Run run) {
        List<String> findings = new ArrayList<>();
        Set<String> trained = new HashSet<>(train.texts());
        add(findings, empty(train), "in train that are empty");
        add(findings, empty(measured), "in %s that are empty".formatted(part));
        add(findings, train.size() - trained.size(), "in train that repeat an earlier one");
        add(
                findings,
                measured.texts().stream().filter(trained::contains).count(),
                "in %s that are in train as well".formatted(part));
        if (!findings.isEmpty()) {
            run.note("%s has texts: %s".formatted(set, String.join(", ", findings)));
        }
        if (!missing.isEmpty()) {
            run.note(
                    "the %d training samples of %s have none of %s"
                            .formatted(train.size(), set, String.join(", ", missing)));
        }
    }

    private static long empty(LabelledTexts texts) {
        return texts.texts().stream().filter(String::isBlank).count();
    }

    private static void add(List<String> findings, long count, String what) {
        if (count > 0) {
            findings.add(count + " " + what);
        }
    }
}
