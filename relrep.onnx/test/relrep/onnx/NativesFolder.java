package relrep.onnx;

import relrep.api.data.DataPlaces;

import java.nio.file.Path;
import java.util.List;

/** The folder that tests unpack the native libraries into: that of the build. */
final class NativesFolder {
    private NativesFolder() {}

    /** Returns places without data and network. */
    static DataPlaces places() {
        return new DataPlaces(List.of(), Path.of(System.getProperty("relrep.cache")), false);
    }
}
