package relrep.report.summary;

import java.util.Map;

/**
 * The verdict on a claim in one setting.
 *
 * @param claim as written
 * @param setting the fixed factors
 * @param left the mean of the left side, or its standard deviation if the claim is about spread
 * @param right the same for the right side, multiplied by the factor
 * @param n the number of pairs
 * @param networks the number of trainings in these pairs
 * @param test the test that was used
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

        /** Returns the word after a number of these verdicts. */
        String several() {
            return several;
        }

        String text() {
            return text;
        }
    }
}
