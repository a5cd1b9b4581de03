package relrep.api.report;

import relrep.api.run.InvalidInputException;

/**
 * A claim of an experiment file about the correlation of two columns over trained networks:
 *
 * <pre>{@code relative:cosine-index ~ own:accuracy > 0}</pre>
 *
 * <p>Grammar: {@code term ~ term comparison bound}, with terms as in a {@link Claim}, and a bound
 * for Pearson's correlation between -1 and 1.
 *
 * @param text the sentence as written
 * @param x the first column: for each network, the mean over the rows that have it as source
 * @param y the second column
 * @param comparison how the correlation is compared with the bound
 * @param bound above -1 and below 1
 */
public record Association(
        String text, Claim.Term x, Claim.Term y, Comparison comparison, double bound) {
    /**
     * Reads an association.
     *
     * @throws InvalidInputException with what was expected and what was found
     */
    public static Association parse(String text) {
        String[] sides = text.split("\\s~\\s", -1);
        Comparison.Found found = sides.length == 2 ? Comparison.find(sides[1], true) : null;
        if (found == null || found.comparison().exact()) {
            throw refuse(text, "it is not 'term ~ term > bound'");
        }
        return new Association(
                text,
                Claim.Term.parse(sides[0].strip(), text),
                Claim.Term.parse(found.left(), text),
                found.comparison(),
                bound(found.right(), text));
    }

    private static double bound(String text, String sentence) {
        try {
            double bound = Double.parseDouble(text);
            if (Math.abs(bound) < 1) {
                return bound;
            }
        } catch (NumberFormatException e) {
            throw refuse(sentence, "'" + text + "' is no number");
        }
        throw refuse(sentence, "a correlation lies between -1 and 1, and so must the bound");
    }

    private static InvalidInputException refuse(String text, String why) {
        return new InvalidInputException(
                "a correlation is written such as 'relative:cosine-index ~ own:accuracy > 0', not"
                        + " '%s': %s".formatted(text, why));
    }
}
