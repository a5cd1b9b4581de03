package relrep.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.util.Ec2Utils;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Inputs;
import relrep.api.model.Encoder;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.onnx.OnnxEncoder.Options;
import relrep.onnx.model.Pooling;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches every socket that the process opens while an encoder loads and encodes. The same watch
 * does see DJL's report to its makers where that is not switched off.
 */
final class NoNetworkTest {
    private static final String OPT_OUT = "OPT_OUT_TRACKING";
    private static final String OFFLINE = "ai.djl.offline";

    @TempDir private Path folder;

    private static final AtomicInteger SOCKETS = new AtomicInteger();

    /** A socket that somebody wanted. */
    private static final class WantedSocketException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts each socket that somebody opens in this process, and gives none. */
    @BeforeAll
    @SuppressWarnings("deprecation") // for lack of another way to see all of them
    static void watchSockets() throws IOException {
        Socket.setSocketImplFactory(
                () -> {
                    SOCKETS.incrementAndGet();
                    throw new WantedSocketException();
                });
    }

    @Test
    void nothingIsToldToAnybody() throws IOException {
        Options options =
                new Options(
                        new TinyModels(folder).lookup().toString(),
                        "",
                        Pooling.MEAN,
                        "",
                        0,
                        false,
                        "",
                        0,
                        1);
        Encoder encoder = new OnnxEncoder().with(options);
        encoder.prepare(NativesFolder.places(), Run.quiet(Seed.of(1)));
        encoder.encode(Inputs.of(List.of("river", "boat")));
        assertEquals("true", System.getProperty(OPT_OUT));
        assertEquals("true", System.getProperty(OFFLINE));
        Ec2Utils.callHome("Huggingface");
        assertEquals(0, SOCKETS.get());
        System.clearProperty(OPT_OUT);
        System.clearProperty(OFFLINE);
        try {
            assertThrows(WantedSocketException.class, () -> Ec2Utils.callHome("Huggingface"));
        } finally {
            System.setProperty(OPT_OUT, "true");
            System.setProperty(OFFLINE, "true");
        }
        assertTrue(SOCKETS.get() > 0, "it is seen where it is not switched off");
    }
}
