package relrep.vectors.compare;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.MapFamily;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/**
 * The complexity of a map, ordered from simple to complex. Maps that keep distances come first,
 * then other closed-form maps, then trained maps. Within each kind, maps are ordered by degrees of
 * freedom, then by name.
 *
 * @param kind the coarse order
 * @param freedom degrees of freedom per target coordinate from the fit if it reports them, else
 *     those of the map families that the aligner recovers
 * @param aligner as written
 */
record Complexity(Kind kind, double freedom, String aligner) implements Comparable<Complexity> {
    private static final Comparator<Complexity> ORDER =
            Comparator.comparing(Complexity::kind)
                    .thenComparingDouble(Complexity::freedom)
                    .thenComparing(Complexity::aligner);

    /** The coarse order. */
    enum Kind {
        /** Rotations, reflections and shifts. */
        KEEPS_DISTANCES,
        /** Any other map in closed form. */
        SOLVED,
        /** Networks. */
        TRAINED
    }

    /**
     * Returns the complexity of a fitted map.
     *
     * @param d width of the source
     * @param m width of the target
     */
    static Complexity of(String written, Aligner aligner, Alignment fitted, int d, int m) {
        Set<MapFamily> families = EnumSet.noneOf(MapFamily.class);
        families.addAll(aligner.recovers());
        families.addAll(aligner.mayRecover());
        return new Complexity(judged(aligner, families), freedom(families, fitted, d, m), written);
    }

    private static Kind judged(Aligner aligner, Set<MapFamily> families) {
        if (aligner.trains()) {
            return Kind.TRAINED;
        }
        boolean keeps =
                !families.isEmpty()
                        && !families.contains(MapFamily.LINEAR)
                        && !families.contains(MapFamily.ISOTROPIC_SCALING);
        return keeps ? Kind.KEEPS_DISTANCES : Kind.SOLVED;
    }

    private static double freedom(Set<MapFamily> families, Alignment fitted, int d, int m) {
        Double told = fitted.diagnostics().get("degrees-of-freedom");
        if (told != null) {
            return told * m;
        }
        double shift = families.isEmpty() || families.contains(MapFamily.TRANSLATION) ? m : 0;
        if (families.isEmpty() || families.contains(MapFamily.LINEAR)) {
            return (double) d * m + shift;
        }
        boolean turns =
                families.contains(MapFamily.ROTATION) || families.contains(MapFamily.ORTHOGONAL);
        double turn = turns ? d * (d - 1.0) / 2 : 0;
        return turn + shift + (families.contains(MapFamily.ISOTROPIC_SCALING) ? 1 : 0);
    }

    @Override
    public int compareTo(Complexity other) {
        return ORDER.compare(this, other);
    }
}
