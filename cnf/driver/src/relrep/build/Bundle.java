package relrep.build;

import aQute.bnd.build.Project;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the bundle of a compiled room. */
final class Bundle {
    void make(Room room) throws Exception {
        Project project = room.project();
        project.clear();
        project.refresh();
        File[] files = project.buildLocal(false);
        List<String> warnings = List.copyOf(project.getWarnings());
        for (String warning : warnings) {
            System.err.println("warning: " + room.name() + ": " + warning);
        }
        if (!project.getErrors().isEmpty() || files == null) {
            throw BuildFailure.failed(room.name() + " makes no bundle: " + reason(project));
        }
    }

    /**
     * Returns the reason of a failure. bnd deletes a damaged jar and then misses it; the next call
     * fetches it again.
     */
    private static String reason(Project project) {
        for (String error : project.getErrors()) {
            if (error.startsWith("Can not find JAR file")) {
                return error
                        + "; it was damaged or has gone, and the same command fetches it again";
            }
        }
        return project.getErrors().stream()
                .map(error -> error.replaceAll("(?s)\\s+at .*", ""))
                .collect(Collectors.joining("; "));
    }
}
