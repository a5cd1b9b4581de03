package relrep.api.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.tck.FakeAligner.Task;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;

class AlignerChecksTest {
    private static final FakeAligner LINEAR = FakeAligner.linear();
    private static final FakeAligner SHIFT = FakeAligner.shift();

    /** An alignment of which one part is replaced. */
    private static class Changed implements Alignment {
        private final Alignment alignment;

        Changed(Alignment alignment) {
            this.alignment = alignment;
        }

        @Override
        public Matrix apply(Matrix latents) {
            return alignment.apply(latents);
        }

        @Override
        public Map<String, Double> diagnostics() {
            return alignment.diagnostics();
        }

        @Override
        public Optional<Alignment> inverse() {
            return alignment.inverse();
        }
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        CounterExamples examples =
                new CounterExamples().sound("linear", LINEAR).sound("shift", SHIFT);
        return maps(claims(problems(examples))).tests();
    }

    /** What depends on the data is neither proved nor denied. */
    @Test
    void whatItMayRecoverIsLeftOpen() {
        Aligner search =
                new Aligner() {
                    @Override
                    public Alignment fit(AlignmentProblem problem, Run run) {
                        return LINEAR.fit(problem, run);
                    }

                    @Override
                    public Set<MapFamily> recovers() {
                        return Set.of();
                    }

                    @Override
                    public Set<MapFamily> mayRecover() {
                        return FakeAligner.LINEAR;
                    }

                    @Override
                    public boolean acceptsUnequalWidths() {
                        return true;
                    }
                };
        List<String> laws = Checks.of(search, Setting.standard()).stream().map(Check::law).toList();
        assertTrue(laws.contains("does not recover shifts"), laws.toString());
        assertFalse(laws.contains("does not recover rotations"), laws.toString());
        assertFalse(laws.contains("recovers rotations"), laws.toString());
    }

    private static CounterExamples claims(CounterExamples examples) {
        Set<MapFamily> all = EnumSet.allOf(MapFamily.class);
        Set<MapFamily> none = EnumSet.noneOf(MapFamily.class);
        return examples.broken(
                        "claims what its claims imply", LINEAR.claiming(Set.of(MapFamily.LINEAR)))
                .broken("recovers rotations", SHIFT.claiming(all))
                .broken("recovers reflections", SHIFT.claiming(all))
                .broken("recovers shifts", LINEAR.claiming(all))
                .broken("recovers one factor for the whole space", SHIFT.claiming(all))
                .broken("recovers linear maps", SHIFT.claiming(all))
                .broken("does not recover rotations", LINEAR.claiming(none))
                .broken("does not recover reflections", LINEAR.claiming(none))
                .broken("does not recover shifts", SHIFT.claiming(none))
                .broken("does not recover one factor for the whole space", LINEAR.claiming(none))
                .broken("does not recover linear maps", LINEAR.claiming(none))
                .broken("maps a space to itself by the identity", applying((x, y) -> halved(y)))
                .broken("recovers all that it claims in one map", LINEAR.claiming(all))
                .broken(
                        "recovers all that it claims, from 1e-30 to 1e30",
                        LINEAR.fitting(task -> FakeAligner.fitLinear(task, 1e-9)))
                .broken("recovers linear maps to a wider space", applying((x, y) -> halved(y)))
                .broken("recovers linear maps to a narrower space", applying((x, y) -> halved(y)));
    }

    private static CounterExamples problems(CounterExamples examples) {
        AtomicInteger fits = new AtomicInteger();
        return examples.broken("takes unequal widths", SHIFT.taking(true))
                .broken("refuses unequal widths and says both", LINEAR.taking(false))
                .broken(
                        "fits the same map to the same problem and seed",
                        LINEAR.fitting(
                                task -> {
                                    double factor = 1 + fits.incrementAndGet() * 1e-6;
                                    return changed(task, (x, y) -> scaled(y, factor));
                                }))
                .broken("leaves both spaces as they are", LINEAR.fitting(AlignerChecksTest::vandal))
                .broken(
                        "takes nothing but the anchors for pairs, if it needs no labels",
                        LINEAR.fitting(AlignerChecksTest::greedy))
                .broken(
                        "fits the same map where only the anchors are left",
                        LINEAR.fitting(
                                task -> {
                                    double rows = task.problem().source().size();
                                    return changed(task, (x, y) -> scaled(y, 1 + 1 / rows));
                                }))
                .broken(
                        "stays finite, or refuses, with fewer pairs than coordinates",
                        LINEAR.fitting(AlignerChecksTest::dividing))
                .broken(
                        "stays finite, or refuses, with one point many times",
                        LINEAR.fitting(AlignerChecksTest::dividing))
                .broken("refuses a source that is not finite", unchecked())
                .broken("refuses a target that is not finite", unchecked());
    }

    private static CounterExamples maps(CounterExamples examples) {
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<Thread> first = new AtomicReference<>();
        return examples.broken(
                        "maps each row on its own", applying((x, y) -> scaled(y, 1 + x.rows())))
                .broken("maps one vector as the row that it is", swappingOneVector())
                .broken(
                        "maps the same rows to the same images",
                        applying((x, y) -> scaled(y, 1 + calls.incrementAndGet())))
                .broken(
                        "leaves the latents that it maps as they are",
                        applying(
                                (x, y) -> {
                                    Vandal.change(x);
                                    return y;
                                }))
                .broken(
                        "maps from several threads",
                        applying(
                                (x, y) -> {
                                    first.compareAndSet(null, Thread.currentThread());
                                    return Thread.currentThread() == first.get() ? y : halved(y);
                                }))
                .broken("refuses latents of another width and says both", anyWidth())
                .broken(
                        "reports pairs and residual, and only numbers",
                        telling(Map.of("pairs", 3.0, "residual", Double.NaN)))
                .broken(
                        "reports a residual that is the error on the pairs, if they are the"
                                + " anchors",
                        telling(Map.of("pairs", 30.0, "residual", 0.0)))
                .broken("has an inverse that leads back, if it has one", wrongInverse())
                .broken(
                        "maps as before when made again from its state, if it has one",
                        restoringAnother());
    }

    /** Keeps a map and makes the identity of its state. */
    private static Aligner restoringAnother() {
        return new Aligner() {
            @Override
            public Alignment fit(AlignmentProblem problem, Run run) {
                return new Changed(LINEAR.fit(problem, run)) {
                    @Override
                    public Optional<AlignmentState> state() {
                        return Optional.of(new AlignmentState(Map.of(), Map.of(), diagnostics()));
                    }
                };
            }

            @Override
            public Alignment restore(AlignmentState state) {
                return new Alignment() {
                    @Override
                    public Matrix apply(Matrix latents) {
                        return latents;
                    }

                    @Override
                    public Map<String, Double> diagnostics() {
                        return state.diagnostics();
                    }
                };
            }

            @Override
            public Set<MapFamily> recovers() {
                return LINEAR.recovers();
            }

            @Override
            public boolean acceptsUnequalWidths() {
                return true;
            }
        };
    }

    private static Matrix scaled(Matrix matrix, double factor) {
        return Numbers.changed(matrix, (i, j) -> factor);
    }

    private static Matrix halved(Matrix matrix) {
        return scaled(matrix, 0.5);
    }

    private static Alignment changed(Task task, BiFunction<Matrix, Matrix, Matrix> images) {
        return new Changed(FakeAligner.fitLinear(task)) {
            @Override
            public Matrix apply(Matrix latents) {
                return images.apply(latents, super.apply(latents));
            }
        };
    }

    private static Aligner applying(BiFunction<Matrix, Matrix, Matrix> images) {
        return LINEAR.fitting(task -> changed(task, images));
    }

    private static Alignment vandal(Task task) {
        Vandal.change(task.problem().target().latents());
        return FakeAligner.fitLinear(task);
    }

    /** Takes all rows for pairs. */
    private static Alignment greedy(Task task) {
        AlignmentProblem p = task.problem();
        Anchors all = Anchors.all(p.source().size());
        return FakeAligner.fitLinear(
                new Task(new AlignmentProblem(p.source(), p.target(), all), task.run()));
    }

    private static Alignment dividing(Task task) {
        double spread = Numbers.spread(Numbers.column(task.source(), 0));
        double missing = Math.max(0, task.source().rows() - task.source().cols());
        return changed(task, (x, y) -> scaled(y, (1 / spread) / (1 / (missing / spread))));
    }

    private static Aligner unchecked() {
        return new Aligner() {
            @Override
            public Alignment fit(AlignmentProblem problem, Run run) {
                return FakeAligner.fitLinear(new Task(problem, run));
            }

            @Override
            public Set<MapFamily> recovers() {
                return FakeAligner.LINEAR;
            }

            @Override
            public boolean acceptsUnequalWidths() {
                return true;
            }
        };
    }

    private static Aligner anyWidth() {
        return LINEAR.fitting(
                task ->
                        new Changed(FakeAligner.fitLinear(task)) {
                            @Override
                            public Matrix apply(Matrix latents) {
                                return latents;
                            }
                        });
    }

    private static Aligner swappingOneVector() {
        return LINEAR.fitting(
                task ->
                        new Changed(FakeAligner.fitLinear(task)) {
                            @Override
                            public float[] apply(float[] latent) {
                                float[] image = super.apply(latent);
                                float first = image[0];
                                image[0] = image[1];
                                image[1] = first;
                                return image;
                            }
                        });
    }

    private static Aligner telling(Map<String, Double> diagnostics) {
        return LINEAR.fitting(
                task ->
                        new Changed(FakeAligner.fitLinear(task)) {
                            @Override
                            public Map<String, Double> diagnostics() {
                                return diagnostics;
                            }
                        });
    }

    private static Aligner wrongInverse() {
        return LINEAR.fitting(
                task ->
                        new Changed(FakeAligner.fitLinear(task)) {
                            @Override
                            public Optional<Alignment> inverse() {
                                return Optional.of(this);
                            }
                        });
    }
}
