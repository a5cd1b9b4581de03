package relrep.api.report;

import java.util.Arrays;
import java.util.Optional;

/** A comparison of two numbers, {@code <} or {@code >=} for example. */
public enum Comparison {
    /** At most. */
    AT_MOST("<="),
    /** At least. */
    AT_LEAST(">="),
    /** Not equal; in conditions alone. */
    UNEQUAL("!="),
    /** Less. */
    LESS("<"),
    /** More. */
    MORE(">"),
    /** Equal; in conditions alone. */
    EQUAL("=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** Returns its sign, {@code <=}. */
    public String sign() {
        return sign;
    }

    /** Returns whether it tests for equality or inequality rather than order. */
    public boolean exact() {
        return this == EQUAL || this == UNEQUAL;
    }

    /** Returns whether equal numbers satisfy it. */
    public boolean strict() {
        return this == LESS || this == MORE;
    }

    /** Returns whether the comparison holds for two numbers. */
    public boolean holds(double a, double b) {
        return switch (this) {
            case AT_MOST -> a <= b;
            case AT_LEAST -> a >= b;
            case LESS -> a < b;
            case MORE -> a > b;
            case EQUAL -> a == b;
            case UNEQUAL -> a != b;
        };
    }

    /** Finds the first comparison outside brackets, at each place the longest. */
    static Found find(String text, boolean order) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            depth += at == '(' || at == '[' ? 1 : at == ')' || at == ']' ? -1 : 0;
            int from = i;
            Optional<Comparison> here =
                    Arrays.stream(values())
                            .filter(c -> text.startsWith(c.sign, from))
                            .filter(c -> !order || !c.exact())
                            .findFirst();
            if (depth == 0 && here.isPresent()) {
                String right = text.substring(i + here.get().sign.length());
                return new Found(text.substring(0, i).strip(), here.get(), right.strip());
            }
        }
        return null;
    }

    record Found(String left, Comparison comparison, String right) {}
}
