package relrep.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock on the clone, so that no other process builds in it. */
final class Alone implements AutoCloseable {
    private final FileChannel channel;

    private Alone(FileChannel channel) {
        this.channel = channel;
    }

    static Alone in(Path top, Say say) throws IOException {
        Path file = top.resolve("cnf/cache/build.lock");
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            say.doing("waiting for another build of this clone");
            channel.lock();
        }
        return new Alone(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close(); // gives the lock back; closing twice does nothing
    }
}
