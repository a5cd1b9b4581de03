package relrep.runtime.experiment;

import relrep.workbench.plugins.Expression;

/**
 * A plugin as an experiment names it.
 *
 * @param expression name and options as written
 * @param where its place in the file
 */
public record LocatedExpression(Expression expression, SourceLocation where) {
    /** Two are equal when they say the same; where they stand does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LocatedExpression that && expression.equals(that.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return expression.toString();
    }
}
