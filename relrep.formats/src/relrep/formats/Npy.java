package relrep.formats;

import org.osgi.service.component.annotations.Component;

import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.npy.NpyFile;
import relrep.files.npy.NpyWriter;

import java.util.List;

/** The format {@code npy}: NumPy's {@code .npy}. */
@Component(service = VectorFormat.class)
@Plugin(
        name = "npy",
        description =
                "an array of NumPy: floats, integers or truth values of any width and byte order",
        source = "NumPy, numpy.lib.format, versions 1.0 to 3.0")
public final class Npy implements VectorFormat {
    @Override
    public boolean recognises(String name, byte[] beginning) {
        return FormatDetector.of(name, beginning) == FormatDetector.NPY;
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        requireNoArray(source, "a .npy");
        return new NpyVectors(source.toString(), NpyFile.open(source.file()), run);
    }

    /** Throws if a source names an array in a file with only one, unnamed array. */
    static void requireNoArray(VectorSource source, String what) {
        if (source.array().isPresent()) {
            throw new InvalidInputException(
                    "%s holds one table, so nothing may follow it, not '#%s' as in %s"
                            .formatted(what, source.array().get(), source));
        }
    }

    @Override
    public List<String> writes() {
        return List.of(".npy");
    }

    @Override
    public VectorWriter create(VectorTarget target) {
        return new NpyOutput(NpyWriter.to(target.file(), target.rows(), target.width()));
    }
}
