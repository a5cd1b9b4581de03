package relrep.vectors.prepare;

import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformChain;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Transforms that were fitted on a space, with their names.
 *
 * @param names as experiments write them, in the order in which they apply
 * @param chain what was fitted
 */
public record NamedTransforms(List<Expression> names, TransformChain chain) {
    /** Keeps a copy of the names. */
    public NamedTransforms {
        names = List.copyOf(names);
    }

    /**
     * Returns the canonical forms of transforms, with defaults left out. Nothing is fitted yet.
     *
     * @throws InvalidInputException when one is unknown or refuses its options
     */
    public static List<Expression> known(Registry registry, List<String> written) {
        List<Expression> all = new ArrayList<>();
        for (String one : written) {
            Expression expression = Expression.parse(one);
            registry.require(Kind.TRANSFORM, expression.name());
            all.add(
                    registry.configured(
                            Kind.TRANSFORM, Transform.class, expression, Configured::expression));
        }
        return all;
    }

    /**
     * Fits transforms on a space in their order. Each learns from the images under those before it.
     *
     * @throws InvalidInputException when one of them cannot be learnt
     */
    public static NamedTransforms fit(
            Registry registry, List<Expression> names, Space training, Run run) {
        List<Transform> lent = new ArrayList<>();
        for (Expression name : names) {
            lent.add(
                    (space, part) ->
                            registry.configured(
                                    Kind.TRANSFORM,
                                    Transform.class,
                                    name,
                                    configured -> configured.plugin().fit(space, part)));
        }
        return new NamedTransforms(names, TransformChain.fit(lent, training, run));
    }

    /** Returns whether there is none. */
    public boolean none() {
        return names.isEmpty();
    }

    /**
     * Returns what a file keeps of them.
     *
     * @throws InvalidInputException when one of them does not say what it consists of
     */
    public KeptTransforms kept() {
        List<KeptTransforms.Kept> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Expression name = names.get(i);
            all.add(
                    new KeptTransforms.Kept(
                            name,
                            chain.steps()
                                    .get(i)
                                    .state()
                                    .orElseThrow(
                                            () ->
                                                    new InvalidInputException(
                                                            "the transform %s cannot be kept in a file: it does not say what it consists of"
                                                                    .formatted(name)))));
        }
        return new KeptTransforms(all);
    }

    /** Returns the names of those that cannot be undone, joined by commas. */
    public String lasting() {
        List<String> lasting = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            FittedTransform step = chain.steps().get(i);
            if (step.inverse().isEmpty()) {
                lasting.add(names.get(i).toString());
            }
        }
        return String.join(", ", lasting);
    }

    /** Returns the names, joined by commas. */
    public static String text(List<Expression> names) {
        return names.stream().map(Expression::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text(names);
    }
}
