package org.needlepoint.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The folder that holds one installation: the database's files, the key ring, the database's passwords. One
/// process at a time; the lock falls with the process, however it ends.
public final class DataFolder implements AutoCloseable {
    /// An embedded database with its first practices takes some 80 MB; below this much room a start is refused.
    private static final long ROOM_NEEDED_BYTES = 200L * 1024 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /// Makes the folder if it is missing and takes it for this process.
    ///
    /// @throws StartRefused when it cannot be written, is in use, or the disk is full
    public static DataFolder take(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            requireRoom(path, path.toFile().getUsableSpace());
            var channel = FileChannel.open(
                    path.resolve("needlepoint.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartRefused(
                        "The data folder %s is in use by another running Needlepoint: stop that one, or name another folder with --data."
                                .formatted(path));
            }
            return new DataFolder(path, channel, lock);
        } catch (AccessDeniedException e) {
            throw new StartRefused(cannotWrite(path), e);
        } catch (FileSystemException e) {
            throw new StartRefused(cannotWrite(path) + " (" + e.getReason() + ")", e);
        } catch (IOException e) {
            throw new StartRefused(cannotWrite(path) + " (" + e.getMessage() + ")", e);
        }
    }

    static void requireRoom(Path path, long usableBytes) {
        if (usableBytes < ROOM_NEEDED_BYTES) {
            throw new StartRefused(
                    "The disk that holds the data folder %s has less than %d MB left: make room, or name another folder with --data."
                            .formatted(path, ROOM_NEEDED_BYTES >> 20));
        }
    }

    private static String cannotWrite(Path path) {
        return "The data folder %s cannot be written: check the disk and its permissions, or name another folder with --data."
                .formatted(path);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /// Where the folder is; absolute.
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
