package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Encoder;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;
import relrep.nd4j.Nd4jEngine;

import java.util.Optional;
import java.util.stream.Stream;

@Tag("slow")
class ContractTest {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();

    @TestFactory
    Stream<DynamicTest> denseKeepsItsContract() {
        return DynamicChecks.of(new Dense(ENGINE));
    }

    @TestFactory
    Stream<DynamicTest> convKeepsItsContract() {
        return DynamicChecks.of(new Conv(ENGINE));
    }

    @TestFactory
    Stream<DynamicTest> vitKeepsItsContract() {
        return DynamicChecks.of(new Vit(ENGINE));
    }

    @TestFactory
    Stream<DynamicTest> pcaKeepsItsContract() {
        return DynamicChecks.of(new Pca(ENGINE));
    }

    @TestFactory
    Stream<DynamicTest> randomProjectionKeepsItsContract() {
        return DynamicChecks.of(new RandomProjection());
    }

    @TestFactory
    Stream<DynamicTest> movedKeepsItsContract() {
        return DynamicChecks.of(new Moved(new OurPlugins()));
    }

    @TestFactory
    Stream<DynamicTest> activatedKeepsItsContract() {
        return DynamicChecks.of(new Activated(new OurPlugins()));
    }

    @TestFactory
    Stream<DynamicTest> columnsKeepTheirContract() {
        return DynamicChecks.of(new Columns(ENGINE));
    }

    @Test
    void columnsAreTheSamplesOwn() {
        Samples samples =
                new Samples(
                        Matrix.of(2, 4, 1, 2, 3, 4, 5, 6, 7, 8), Shape.vector(4), Optional.empty());
        TrainingProblem problem =
                new TrainingProblem(
                        samples,
                        Optional.empty(),
                        Objective.RECONSTRUCT,
                        new Bottleneck.Absolute(2));
        Architecture last = new Columns(ENGINE).with(new Columns.Options(2));
        Encoder encoder = last.train(problem, Run.quiet(Seed.of(1))).encoder();
        assertEquals(Matrix.of(2, 2, 3, 4, 7, 8), encoder.encode(samples.inputs()));
        Architecture beyond = new Columns(ENGINE).with(new Columns.Options(3));
        assertEquals(
                "columns needs samples of at least 5 coordinates, 2 from 3 on, not 4",
                assertThrows(
                                InvalidInputException.class,
                                () -> beyond.train(problem, Run.quiet(Seed.of(1))))
                        .getMessage());
    }

    @TestFactory
    Stream<DynamicTest> tiedPcaKeepsItsContract() {
        return DynamicChecks.of(
                new Pca(ENGINE)
                        .with(
                                new Pca.Options(
                                        true, PcaFit.TIED, new TrainingOptions(5, 8, 1e-2, 0, 0))));
    }

    @TestFactory
    Stream<DynamicTest> denoisingKeepsItsContract() {
        return DynamicChecks.of(new Denoising(new OurPlugins()));
    }

    @TestFactory
    Stream<DynamicTest> denoisingOfAClosedFormKeepsItsContract() {
        return DynamicChecks.of(
                new Denoising(new OurPlugins()).with(new Denoising.Options("pca", 0.3)));
    }

    @TestFactory
    Stream<DynamicTest> vaeKeepsItsContract() {
        return DynamicChecks.of(new Vae(new OurPlugins()));
    }

    @TestFactory
    Stream<DynamicTest> denseVaeKeepsItsContract() {
        return DynamicChecks.of(
                new Vae(new OurPlugins()).with(new Vae.Options("dense", 0.1, Vae.Likelihood.MSE)));
    }

    @TestFactory
    Stream<DynamicTest> trainerKeepsItsContract() {
        return DynamicChecks.of(new DenseTrainer(ENGINE));
    }
}
