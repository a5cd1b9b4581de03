package relrep.build;

import aQute.bnd.build.Project;
import aQute.bnd.build.Workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rooms of the workspace, in build order. */
final class Rooms implements AutoCloseable {
    private final Workspace workspace;
    private final Map<String, Room> byName = new LinkedHashMap<>();

    Rooms(Path top) throws Exception {
        workspace = new Workspace(top.toFile());
        workspace.setOffline(true);
        for (Project project : workspace.getBuildOrder()) {
            byName.put(project.getName(), new Room(project));
        }
        if (!workspace.isOk()) {
            throw BuildFailure.failed("the workspace has errors: " + workspace.getErrors());
        }
    }

    Workspace workspace() {
        return workspace;
    }

    List<Room> chosen(List<String> names) {
        if (names.isEmpty()) {
            return List.copyOf(byName.values());
        }
        for (String name : names) {
            if (!byName.containsKey(name)) {
                throw BuildFailure.usage(
                        "a room must be one of %s, not '%s'"
                                .formatted(String.join(", ", byName.keySet()), name));
            }
        }
        return byName.values().stream().filter(room -> names.contains(room.name())).toList();
    }

    /** Returns the given rooms and all rooms that they need, in build order. */
    List<Room> withWhatTheyNeed(Collection<Room> rooms) throws Exception {
        Set<String> needed = new LinkedHashSet<>();
        for (Room room : rooms) {
            needed.add(room.name());
            for (Project project : room.needs()) {
                needed.add(project.getName());
            }
        }
        List<Room> inOrder = new ArrayList<>(byName.values());
        inOrder.removeIf(room -> !needed.contains(room.name()));
        return inOrder;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
