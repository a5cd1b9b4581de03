package relrep.report.summary;

import java.util.Map;

/**
 * What became of a claim in one setting.
 *
 * @param claim as written
 * @param setting what was held
 * @param left the mean of the left side, or its standard deviation where the claim is about it
 * @param right that of the right side, with the factor
 * @param n how many pairs
 * @param networks how many trainings there are in them
 * @param test how it was judged
 * @param outcome the verdict
 */
record Verdict(
        String claim,
        Map<String, String> setting,
        String left,
        String right,
        int n,
        int networks,
        String test,
        Outcome outcome) {

    /** Returns pairs and networks, {@code 6/3}. */
    String count() {
        return n + "/" + networks;
    }

    enum Outcome {
        HOLDS("holds", "hold"),
        NOISE("within noise", "within noise"),
        FAILS("**fails**", "fail"),
        NOT_MEASURED("not measured", "not measured");

        private final String text;
        private final String several;

        Outcome(String text, String several) {
            this.text = text;
            this.several = several;
        }

        /** Returns what follows a number of them. */
        String several() {
            return several;
        }

        String text() {
            return text;
        }
    }
}
