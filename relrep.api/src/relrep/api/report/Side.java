package relrep.api.report;

import relrep.api.report.Claim.Term;
import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One side of a {@link Claim}: a term, the difference of two terms, or the standard deviation of
 * either:
 *
 * <pre>{@code
 * rigid
 * rigid[width=50] - linear[width=50]
 * std(rigid)
 * std(rigid - linear)
 * }</pre>
 *
 * @param spread whether the standard deviation is meant rather than the mean
 * @param term the row
 * @param minus the row that is subtracted from it, pair by pair; empty without one
 */
public record Side(boolean spread, Term term, Optional<Term> minus) {
    private static final String MINUS = " - ";
    private static final String SPREAD = "std(";

    /** Returns its terms. */
    public List<Term> terms() {
        return Stream.concat(Stream.of(term), minus.stream()).toList();
    }

    /**
     * Reads a side.
     *
     * @param scaled whether a number stands before it, which takes a difference in brackets alone
     * @throws InvalidInputException with what was expected and what was found
     */
    static Side parse(String text, String claim, boolean scaled) {
        String side = text.replaceFirst("^std\\s+\\(", SPREAD);
        Optional<String> spread = within(SPREAD, side);
        Optional<String> inside = spread.or(() -> within("(", side));
        List<String> parts = parts(inside.orElse(side));
        if (parts.size() > 2) {
            throw Claim.refuse(claim, "'%s' subtracts more than one row".formatted(text));
        }
        if (scaled && parts.size() == 2 && inside.isEmpty()) {
            throw Claim.refuse(
                    claim, "a factor of a difference needs brackets, * (%s)".formatted(text));
        }
        for (String part : parts) {
            if (part.startsWith(SPREAD)) {
                throw Claim.refuse(claim, "'%s' is only part of a side".formatted(part));
            }
        }
        return new Side(
                spread.isPresent(),
                Term.parse(parts.get(0), claim),
                parts.stream().skip(1).findFirst().map(part -> Term.parse(part, claim)));
    }

    /** Returns the content of a bracket that the prefix opens and the last character closes. */
    private static Optional<String> within(String prefix, String text) {
        if (!text.startsWith(prefix)) {
            return Optional.empty();
        }
        int depth = 0;
        for (int i = prefix.length() - 1; i < text.length(); i++) {
            depth += depth(text.charAt(i));
            if (depth == 0) {
                return i == text.length() - 1
                        ? Optional.of(text.substring(prefix.length(), i).strip())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Splits at each minus between blanks and outside brackets. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        String padded = " " + text + " ";
        int depth = 0;
        int start = 0;
        for (int i = 0; i < padded.length(); i++) {
            depth += depth(padded.charAt(i));
            if (depth == 0 && padded.startsWith(MINUS, i)) {
                parts.add(padded.substring(start, i).strip());
                start = i + MINUS.length() - 1;
            }
        }
        parts.add(padded.substring(start).strip());
        return parts;
    }

    private static int depth(char at) {
        return at == '(' || at == '[' ? 1 : at == ')' || at == ']' ? -1 : 0;
    }
}
