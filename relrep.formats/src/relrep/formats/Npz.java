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
import relrep.files.npy.NpzFile;

import java.util.List;

/**
 * The format {@code npz}: NumPy's {@code .npz}. An array {@code keys} among its arrays has the keys
 * of the rows.
 */
@Component(service = VectorFormat.class)
@Plugin(
        name = "npz",
        description =
                "several arrays of NumPy in one file; file.npz#name is one of them, and texts"
                        + " or integers called keys are the keys of its rows",
        source = "NumPy, numpy.savez")
public final class Npz implements VectorFormat {
    /** The name of the array of keys. */
    static final String KEYS = "keys";

    @Override
    public boolean recognises(String name, byte[] beginning) {
        return FormatDetector.of(name, beginning) == FormatDetector.ZIP;
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        NpzFile file = NpzFile.open(source.file());
        try {
            String name = source.array().orElseGet(() -> only(source, file.names()));
            boolean asked = source.array().isPresent();
            return new NpzVectors(source.file() + "#" + name, file, name, asked, run);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String only(VectorSource source, List<String> names) {
        List<String> arrays = names.stream().filter(name -> !name.equals(KEYS)).toList();
        if (arrays.size() != 1) {
            throw new InvalidInputException(
                    arrays.isEmpty()
                            ? "%s must hold an array, but holds none".formatted(source)
                            : "%s holds %d arrays; %s#NAME is one of them, there are %s"
                                    .formatted(
                                            source,
                                            arrays.size(),
                                            source,
                                            String.join(
                                                    ", ",
                                                    arrays.subList(
                                                            0, Math.min(16, arrays.size())))));
        }
        return arrays.get(0);
    }

    @Override
    public List<String> writes() {
        return List.of(".npz");
    }

    @Override
    public VectorWriter create(VectorTarget target) {
        return NpzOutput.to(target);
    }
}
