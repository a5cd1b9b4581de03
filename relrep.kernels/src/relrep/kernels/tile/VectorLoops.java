package relrep.kernels.tile;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops with the Vector API; the rest at the end of an array uses plain Java. */
final class VectorLoops implements Loops {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final int GROUP = 16;

    @Override
    public double square(float[] values, int from, int to) {
        double sum = 0;
        int at = from;
        while (at + 2 * L <= to) {
            int end = Math.min(to, at + 2 * L * PlainLoops.LANE);
            FloatVector even = FloatVector.zero(S);
            FloatVector odd = FloatVector.zero(S);
            for (; at + 2 * L <= end; at += 2 * L) {
                FloatVector a = FloatVector.fromArray(S, values, at);
                FloatVector b = FloatVector.fromArray(S, values, at + L);
                even = a.fma(a, even);
                odd = b.fma(b, odd);
            }
            sum += even.add(odd).reduceLanes(VectorOperators.ADD);
        }
        sum += PlainLoops.exact(values, at, to);
        return PlainLoops.SMALL < sum && sum < PlainLoops.LARGE
                ? sum
                : PlainLoops.exact(values, from, to);
    }

    @Override
    public int reaching(float[] values, float factor, float offset, float[] bar, int[] found) {
        int count = 0;
        int i = 0;
        for (; i + L <= bar.length; i += L) {
            FloatVector score = FloatVector.fromArray(S, values, i).mul(factor).add(offset);
            FloatVector bars = FloatVector.fromArray(S, bar, i);
            if (score.compare(VectorOperators.GE, bars).anyTrue()) {
                count = PlainLoops.reaching(values, factor, offset, bar, found, count, i, i + L);
            }
        }
        return PlainLoops.reaching(values, factor, offset, bar, found, count, i, bar.length);
    }

    @Override
    public int reached(float[] values, float factor, float[] offset, float bar, int[] found) {
        int count = 0;
        int i = 0;
        for (; i + L <= offset.length; i += L) {
            FloatVector offsets = FloatVector.fromArray(S, offset, i);
            FloatVector score = FloatVector.fromArray(S, values, i).mul(factor).add(offsets);
            if (score.compare(VectorOperators.GE, bar).anyTrue()) {
                count = PlainLoops.reached(values, factor, offset, bar, found, count, i, i + L);
            }
        }
        return PlainLoops.reached(values, factor, offset, bar, found, count, i, offset.length);
    }

    @Override
    public int undecided(float[] values, float factor, Band band, float[] above, int[] found) {
        int count = 0;
        int i = 0;
        for (; i + L <= above.length; i += L) {
            FloatVector score = FloatVector.fromArray(S, values, i).mul(factor);
            FloatVector highest = FloatVector.fromArray(S, band.highest(), i);
            FloatVector lowest = FloatVector.fromArray(S, band.lowest(), i);
            VectorMask<Float> surely = score.add(band.low()).compare(VectorOperators.GT, highest);
            VectorMask<Float> perhaps = score.add(band.high()).compare(VectorOperators.GE, lowest);
            FloatVector.fromArray(S, above, i).add(1f, surely).intoArray(above, i);
            if (perhaps.andNot(surely).anyTrue()) {
                count = PlainLoops.open(values, factor, band, found, count, i, i + L);
            }
        }
        for (int t = i; t < above.length; t++) {
            above[t] += values[t] * factor + band.low() > band.highest()[t] ? 1 : 0;
        }
        return PlainLoops.open(values, factor, band, found, count, i, above.length);
    }

    @Override
    public int group() {
        return GROUP;
    }

    @Override
    public int reaching(float[] values, Some rows, float[] bar, int[] found) {
        int hits = 0;
        int i = 0;
        for (; i + L <= rows.count(); i += L) {
            FloatVector most = FloatVector.fromArray(S, values, rows.at() + i);
            for (int r = 1; r < rows.rows(); r++) {
                int at = rows.at() + r * rows.stride() + i;
                FloatVector next = FloatVector.fromArray(S, values, at);
                most = most.blend(next, next.compare(VectorOperators.GT, most));
            }
            FloatVector bars = FloatVector.fromArray(S, bar, i);
            VectorMask<Float> reached = most.compare(VectorOperators.GE, bars);
            if (reached.anyTrue()) {
                for (long bits = reached.toLong(); bits != 0; bits &= bits - 1) {
                    found[hits++] = i + Long.numberOfTrailingZeros(bits);
                }
            }
        }
        return PlainLoops.reaching(values, rows, bar, found, hits, i, rows.count());
    }
}
