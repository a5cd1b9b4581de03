package relrep.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Installs the API's jars with their poms into Maven's local repository, like {@code mvn install}.
 * Then third-party plugins can be built against them with plain Maven.
 */
final class Installation {
    private static final List<String> ROOMS = List.of("relrep.api", "relrep.api.tck");

    private final Path repository = Path.of(System.getenv("RELREP_M2"));
    private final Say say;

    Installation(Say say) {
        this.say = say;
    }

    void run(List<Room> rooms) throws IOException {
        for (Room room : rooms) {
            if (ROOMS.contains(room.name()) && !room.isEmpty()) {
                install(room);
            }
        }
    }

    private void install(Room room) throws IOException {
        String group = room.project().getProperty("-groupid");
        String version = room.project().getProperty("base-version");
        String name = room.name() + "-" + version;
        Path folder = repository.resolve(group).resolve(room.name()).resolve(version);
        Path jar = room.generated().resolve(room.name() + ".jar");
        String pom = "META-INF/maven/" + group + "/" + room.name() + "/pom.xml";
        boolean changed = write(folder.resolve(name + ".jar"), Files.readAllBytes(jar));
        try (JarFile open = new JarFile(jar.toFile());
                InputStream in = open.getInputStream(open.getEntry(pom))) {
            changed |= write(folder.resolve(name + ".pom"), in.readAllBytes());
        }
        if (changed) {
            say.doing("installed " + room.name() + " " + version + " for Maven");
        }
    }

    /**
     * Writes a temporary file and renames it, since others may be reading. Returns whether the
     * content changed.
     */
    private static boolean write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Path aside = Files.createTempFile(file.getParent(), ".install", ".tmp");
        Files.write(aside, content);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
