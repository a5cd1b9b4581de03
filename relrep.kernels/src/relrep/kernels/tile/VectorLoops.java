package relrep.kernels.tile;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops with the Vector API; what is left over at the end goes the plain way. */
final class VectorLoops implements Loops {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

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
            VectorMask<Float> hit =
                    score.compare(VectorOperators.GE, FloatVector.fromArray(S, bar, i));
            if (hit.anyTrue()) {
                count = note(hit, i, found, count);
            }
        }
        for (; i < bar.length; i++) {
            if (values[i] * factor + offset >= bar[i]) {
                found[count++] = i;
            }
        }
        return count;
    }

    @Override
    public int doubtful(float[] values, float left, float[] right, float share, int[] found) {
        int count = 0;
        int i = 0;
        for (; i + L <= right.length; i += L) {
            FloatVector value = FloatVector.fromArray(S, values, i);
            FloatVector limit = FloatVector.fromArray(S, right, i).add(left).mul(share);
            VectorMask<Float> safe = value.mul(value).compare(VectorOperators.GT, limit);
            if (!safe.allTrue()) {
                count = note(safe.not(), i, found, count);
            }
        }
        for (; i < right.length; i++) {
            if (!(values[i] * values[i] > share * (left + right[i]))) {
                found[count++] = i;
            }
        }
        return count;
    }

    @Override
    public int undecided(float[] values, float factor, Band band, float[] above, int[] found) {
        int count = 0;
        int i = 0;
        for (; i + L <= above.length; i += L) {
            FloatVector score = FloatVector.fromArray(S, values, i).mul(factor);
            VectorMask<Float> surely =
                    score.add(band.low())
                            .compare(
                                    VectorOperators.GT,
                                    FloatVector.fromArray(S, band.highest(), i));
            VectorMask<Float> perhaps =
                    score.add(band.high())
                            .compare(
                                    VectorOperators.GE, FloatVector.fromArray(S, band.lowest(), i));
            FloatVector counts = FloatVector.fromArray(S, above, i);
            counts.add(1f, surely).intoArray(above, i);
            VectorMask<Float> open = perhaps.andNot(surely);
            if (open.anyTrue()) {
                count = note(open, i, found, count);
            }
        }
        for (; i < above.length; i++) {
            float score = values[i] * factor;
            boolean surely = score + band.low() > band.highest()[i];
            above[i] += surely ? 1 : 0;
            if (!surely && score + band.high() >= band.lowest()[i]) {
                found[count++] = i;
            }
        }
        return count;
    }

    private static int note(VectorMask<Float> mask, int from, int[] found, int count) {
        int next = count;
        for (long bits = mask.toLong(); bits != 0; bits &= bits - 1) {
            found[next++] = from + Long.numberOfTrailingZeros(bits);
        }
        return next;
    }
}
