package org.noticecascade.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.noticecascade.document.FileType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Evidence (佐证材料) people may add to a study session or a report; none is ever required.
 *
 * @param maxBytes the largest single file; {@code spring.servlet.multipart.max-file-size} bounds it too
 * @param maxFiles how many one submission may have
 * @param maxTotalBytes all files of one submission together
 * @param maxFilesOfPart files of all versions of a unit's part in one notice
 * @param maxBytesOfPart all of these together
 * @param types what is accepted, by content
 */
@Validated
@ConfigurationProperties("cascade.evidence")
public record EvidenceProperties(
        @DefaultValue("52428800") @Min(1024) @Max(52_428_800)
        long maxBytes,

        @DefaultValue("10") @Min(1) @Max(100) int maxFiles,
        @DefaultValue("209715200") @Min(1024) long maxTotalBytes,
        @DefaultValue("60") @Min(1) @Max(1_000) int maxFilesOfPart,
        @DefaultValue("1073741824") @Min(1024) long maxBytesOfPart,

        @DefaultValue({"PDF", "JPEG", "PNG", "OFD", "DOCX", "XLSX", "PPTX", "DOC", "XLS", "PPT"}) @NotEmpty
        List<FileType> types) {}
