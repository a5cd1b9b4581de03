package relrep.runtime.experiment;

import relrep.workbench.plugins.Expression;

/**
 * A plugin expression with its place in the experiment file.
 *
 * @param expression name and options as written
 * @param where its place in the file
 */
public record LocatedExpression(Expression expression, SourceLocation where) {
    /** Returns whether the expressions are equal; the places do not matter. */
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
