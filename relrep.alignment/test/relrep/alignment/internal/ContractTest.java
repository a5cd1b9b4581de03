package relrep.alignment.internal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.tck.DynamicChecks;

import java.util.stream.Stream;

class ContractTest {
    @TestFactory
    Stream<DynamicTest> rigid() {
        return DynamicChecks.of(new Rigid());
    }

    /** Reflections are not claimed, and are missed. */
    @TestFactory
    Stream<DynamicTest> rigidWithoutReflections() {
        return DynamicChecks.of(new Rigid().with(new Rigid.Options(false, false)));
    }

    @TestFactory
    Stream<DynamicTest> rigidWithScale() {
        return DynamicChecks.of(new Rigid().with(new Rigid.Options(true, true)));
    }

    @TestFactory
    Stream<DynamicTest> rigidWithScaleWithoutReflections() {
        return DynamicChecks.of(new Rigid().with(new Rigid.Options(false, true)));
    }

    @TestFactory
    Stream<DynamicTest> ridgeWithIntercept() {
        return DynamicChecks.of(new Ridge().with(new Ridge.Options(1, true)));
    }

    @TestFactory
    Stream<DynamicTest> orthogonal() {
        return DynamicChecks.of(new Orthogonal());
    }

    @TestFactory
    Stream<DynamicTest> linear() {
        return DynamicChecks.of(new Linear());
    }

    @TestFactory
    Stream<DynamicTest> affine() {
        return DynamicChecks.of(new Affine());
    }

    @TestFactory
    Stream<DynamicTest> ridge() {
        return DynamicChecks.of(new Ridge());
    }

    @TestFactory
    Stream<DynamicTest> ridgeWithoutIntercept() {
        return DynamicChecks.of(new Ridge().with(new Ridge.Options("auto", false)));
    }

    @TestFactory
    Stream<DynamicTest> ridgeWithoutPenalty() {
        return DynamicChecks.of(new Ridge().with(new Ridge.Options(0, false)));
    }

    @TestFactory
    Stream<DynamicTest> ridgeWithoutPenaltyWithIntercept() {
        return DynamicChecks.of(new Ridge().with(new Ridge.Options(0, true)));
    }

    @TestFactory
    Stream<DynamicTest> icp() {
        return DynamicChecks.of(new Icp());
    }

    @TestFactory
    Stream<DynamicTest> icpLinear() {
        return DynamicChecks.of(
                new Icp().with(new Icp.Options(Icp.Map.LINEAR, Icp.Start.CLASS_MEANS, 20, 1e-6)));
    }

    @TestFactory
    Stream<DynamicTest> icpLinearFromTheAnchors() {
        return DynamicChecks.of(
                new Icp().with(new Icp.Options(Icp.Map.LINEAR, Icp.Start.ANCHORS, 20, 1e-6)));
    }
}
