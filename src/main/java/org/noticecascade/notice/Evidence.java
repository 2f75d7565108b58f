package org.noticecascade.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.document.FileType;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds evidence (佐证材料) to a draft and takes it out again; a version that was handed in keeps its files. */
@Component
public class Evidence {
    private static final long MIB = 1024 * 1024;

    private final EvidenceFiles files;
    private final FileStore store;
    private final Submissions submissions;
    private final Ledger ledger;
    private final EvidenceProperties properties;

    Evidence(
            EvidenceFiles files,
            FileStore store,
            Submissions submissions,
            Ledger ledger,
            EvidenceProperties properties) {
        this.files = files;
        this.store = store;
        this.submissions = submissions;
        this.ledger = ledger;
        this.properties = properties;
    }

    /**
     * Adds a file to a draft.
     *
     * @param content where the upload lies; left where it is
     * @throws Refusal if the draft was handed in meanwhile, the file is empty, too large or of no accepted kind, or the
     *     draft has its share already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EvidenceFile add(Assignment unit, Submission draft, String fileName, Path content) {
        submissions.lockDraft(draft);
        files.lockPart(unit.id());
        String name = Attachments.cleaned(fileName);
        requireRoom(draft, name, sizeOf(content));
        requireRoomInPart(unit, name, sizeOf(content));
        FileType type = requireKnown(name, content);
        long id = store(name, type, content);
        files.add(draft, id);
        EvidenceFile added = files.find(unit.id(), id, true).orElseThrow();
        record(unit, Act.FILE_ADDED, null, "%s SHA-256 %s".formatted(name, added.sha256()));
        return added;
    }

    /**
     * Takes a file out of a draft; an earlier version keeps it.
     *
     * @throws Refusal if the draft was handed in meanwhile or does not have the file
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Assignment unit, Submission draft, long fileId) {
        submissions.lockDraft(draft);
        EvidenceFile file = files.in(draft).stream()
                .filter(one -> one.id() == fileId)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有编号为 %d 的文件。".formatted(fileId), "No file " + fileId));
        if (files.remove(draft, fileId)) {
            store.delete(fileId);
        }
        record(unit, Act.FILE_REMOVED, file.fileName(), null);
    }

    /** Files of all versions of a unit's part, newest version first, in the order they came: for the unit itself. */
    public List<EvidenceFile> of(long assignmentId) {
        return files.of(assignmentId, true);
    }

    /** The same of what the unit has handed in: a file is the unit's own business until its lead has agreed. */
    public List<EvidenceFile> handedIn(long assignmentId) {
        return files.of(assignmentId, false);
    }

    /** A file of any version of that unit's part: for the unit itself. */
    public Optional<EvidenceFile> find(long assignmentId, long fileId) {
        return files.find(assignmentId, fileId, true);
    }

    /** A file of a version that the unit has handed in. */
    public Optional<EvidenceFile> findHandedIn(long assignmentId, long fileId) {
        return files.find(assignmentId, fileId, false);
    }

    /** Writes the file's bytes out. */
    public void copy(EvidenceFile file, OutputStream out) throws IOException {
        store.copy(file.id(), out);
    }

    private void requireRoom(Submission draft, String name, long size) {
        if (size == 0) {
            throw Refusal.invalid("文件“%s”是空的，未保存。".formatted(name), "The file is empty; nothing was stored.");
        }
        if (size > properties.maxBytes()) {
            throw Refusal.invalid(
                    "文件“%s”有 %s MB，单个文件最大 %s MB，未保存。请压缩或拆分后再上传。".formatted(name, mib(size), mib(properties.maxBytes())),
                    "The file is larger than %s MB; nothing was stored.".formatted(mib(properties.maxBytes())));
        }
        List<EvidenceFile> present = files.in(draft);
        if (present.size() >= properties.maxFiles()) {
            throw Refusal.conflict(
                    "最多 %d 个文件，“%s”未保存。请先删除不需要的文件。".formatted(properties.maxFiles(), name),
                    "At most %d files; remove one first.".formatted(properties.maxFiles()));
        }
        long total = size + present.stream().mapToLong(EvidenceFile::sizeBytes).sum();
        if (total > properties.maxTotalBytes()) {
            throw Refusal.conflict(
                    "全部文件合计不超过 %s MB，“%s”未保存。请先删除不需要的文件。".formatted(mib(properties.maxTotalBytes()), name),
                    "All files together may have %s MB; remove one first.".formatted(mib(properties.maxTotalBytes())));
        }
    }

    /** Files of earlier versions stay with them: a part that is returned again and again must not grow for ever. */
    private void requireRoomInPart(Assignment unit, String name, long size) {
        List<EvidenceFile> all = files.distinctOf(unit.id());
        long total = size + all.stream().mapToLong(EvidenceFile::sizeBytes).sum();
        if (all.size() >= properties.maxFilesOfPart() || total > properties.maxBytesOfPart()) {
            throw Refusal.conflict(
                    "本单位在此通知下的全部文件（含以前各版）最多 %d 个、合计 %s MB，“%s”未保存。请先删除不需要的文件，或与系统管理员联系。"
                            .formatted(properties.maxFilesOfPart(), mib(properties.maxBytesOfPart()), name),
                    "All versions of this unit's part may have %d files and %s MB together; nothing was stored."
                            .formatted(properties.maxFilesOfPart(), mib(properties.maxBytesOfPart())));
        }
    }

    private FileType requireKnown(String name, Path content) {
        FileType type = FileType.of(content)
                .filter(properties.types()::contains)
                .orElseThrow(() -> Refusal.invalid(
                        "文件“%s”的内容不是可以接收的类型，未保存。可以上传：%s；含宏的文档请另存为不含宏的格式。"
                                .formatted(
                                        name,
                                        properties.types().stream()
                                                .map(FileType::label)
                                                .collect(Collectors.joining("、"))),
                        "The content of the file is of no accepted kind (%s); documents with macros are not accepted."
                                .formatted(properties.types())));
        if (!type.fits(name)) {
            throw Refusal.invalid(
                    "文件“%s”的内容是%s，与扩展名不符，未保存。请改用扩展名 %s 后再上传。"
                            .formatted(name, type.label(), String.join("、", type.extensions())),
                    "The content of the file is %s, which its name does not say; nothing was stored.".formatted(type));
        }
        return type;
    }

    private long store(String name, FileType type, Path content) {
        try (InputStream in = Files.newInputStream(content)) {
            return store.store(name, type.mediaType(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the uploaded file: " + e.getMessage(), e);
        }
    }

    private void record(Assignment unit, Act act, @Nullable String from, @Nullable String to) {
        ledger.onAssignment(unit.noticeId(), unit.id(), unit.unitCode(), act, from, to);
    }

    private static long sizeOf(Path content) {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the uploaded file: " + e.getMessage(), e);
        }
    }

    private static String mib(long bytes) {
        return String.valueOf(Math.round(10.0 * bytes / MIB) / 10.0).replaceAll("\\.0$", "");
    }
}
