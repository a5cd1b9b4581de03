package relrep.vectors.transform;

import relrep.api.alignment.AlignmentProblem;
import relrep.vectors.file.Pairing;

/**
 * The rows that a map is fitted on.
 *
 * @param problem the two spaces and their anchors
 * @param pairing how all rows were matched
 */
record MatchedRows(AlignmentProblem problem, Pairing pairing) {}
