package relrep.vectors.transform;

import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.vectors.file.AlignmentFile;
import relrep.vectors.file.Pairing;
import relrep.vectors.prepare.KeptTransforms;
import relrep.workbench.plugins.Expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A map that was fitted on two files.
 *
 * @param aligner the aligner that fitted it, defaults left out
 * @param alignment the map; with transforms, one of vectors as they are in the files
 * @param state the state of the map itself for the file
 * @param source the transforms of the source
 * @param target the transforms of the target
 * @param problem the rows of the fit as they were read, before any transform
 * @param pairing how rows were matched
 * @param diagnostics the numbers that describe the fit, by name
 * @param facts the metadata for the file: widths, anchors, their SHA-256, matched rows, seed
 * @param warnings one sentence each
 */
public record FittedFile(
        Expression aligner,
        Alignment alignment,
        AlignmentState state,
        KeptTransforms source,
        KeptTransforms target,
        AlignmentProblem problem,
        Pairing pairing,
        Map<String, Double> diagnostics,
        Map<String, Object> facts,
        List<String> warnings) {
    /** Copies the maps and lists, in order. */
    public FittedFile {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        warnings = List.copyOf(warnings);
    }

    /** Returns this map with one more fact. */
    public FittedFile with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new FittedFile(
                aligner,
                alignment,
                state,
                source,
                target,
                problem,
                pairing,
                diagnostics,
                more,
                warnings);
    }

    /** Returns the file for the map. */
    public AlignmentFile file() {
        Map<String, String> texts = new LinkedHashMap<>();
        facts.forEach((name, value) -> texts.put(name, value.toString()));
        return new AlignmentFile(aligner, state, texts, source, target);
    }
}
