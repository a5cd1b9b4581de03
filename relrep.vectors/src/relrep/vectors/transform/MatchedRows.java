package relrep.vectors.transform;

import relrep.api.alignment.AlignmentProblem;
import relrep.vectors.file.Pairing;
import relrep.vectors.prepare.NamedTransforms;

/**
 * The rows that a map is fitted on.
 *
 * @param read the two spaces as they were read, and their anchors
 * @param problem the same after the transforms
 * @param source the transforms of the source
 * @param target the transforms of the target
 * @param pairing how all rows were matched
 */
record MatchedRows(
        AlignmentProblem read,
        AlignmentProblem problem,
        NamedTransforms source,
        NamedTransforms target,
        Pairing pairing) {}
