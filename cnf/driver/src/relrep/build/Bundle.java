package relrep.build;

import aQute.bnd.build.Project;

import java.io.File;
import java.util.List;

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
            throw BuildFailure.failed(
                    room.name() + " makes no bundle: " + String.join("; ", project.getErrors()));
        }
    }
}
