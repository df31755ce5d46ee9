package org.matterledger.launcher.mail;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Finds the files of a folder tree. Links are not followed: they may lead out of it, or round in circles. */
final class FolderListing extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<MailFile> files = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();

    private FolderListing(Path root) {
        this.root = root;
    }

    static MailFiles of(Path root) throws IOException {
        var listing = new FolderListing(root);
        Files.walkFileTree(root, listing);
        return new MailFiles(listing.files, listing.broken, () -> {});
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            files.add(new MailFile(path(file), attributes.size(), () -> Files.newInputStream(file)));
        } else if (attributes.isSymbolicLink()) {
            broken.add(new Broken(new Place(path(file), 0), "it is a link, which is not followed"));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
            throw failure;
        }
        broken.add(new Broken(new Place(path(file), 0), Unreadable.reason(failure)));
        return FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
