package relrep.onnx;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.tck.DynamicChecks;
import relrep.api.tck.Setting;
import relrep.onnx.OnnxEncoder.Options;
import relrep.onnx.model.Pooling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the contract kit on an encoder by several files, and by none. */
final class ContractTest {
    private static final Setting SETTING =
            new Setting(Setting.standard().seed(), NativesFolder.places(), Map.of());

    @TempDir private static Path folder;

    private static OnnxEncoder encoder(Path model, Pooling pooling) {
        return new OnnxEncoder()
                .with(new Options(model.toString(), "", pooling, "", 0, false, "", 0, 1));
    }

    @TestFactory
    Stream<DynamicTest> encodersKeepTheirContract() throws IOException {
        TinyModels models = new TinyModels(folder);
        return Stream.of(
                        encoder(models.lookup(), Pooling.MEAN),
                        encoder(models.quantised(), Pooling.MEAN),
                        encoder(models.fixed(), Pooling.MEAN),
                        encoder(models.vectors(), Pooling.NONE),
                        new OnnxEncoder())
                .flatMap(encoder -> DynamicChecks.of(encoder, SETTING));
    }
}
