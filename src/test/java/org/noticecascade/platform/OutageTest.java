package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.InvalidContentTypeException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A full disk and a lost database are told apart from what the caller did wrong and from our own faults. */
class OutageTest {

    static Stream<Throwable> full() {
        return Stream.of(
                new MultipartException(
                        "parse", new IOException(new IOFileUploadException("x", new IOException("设备上没有空间")))),
                new FileSystemException("/tmp/evidence.part", null, "No space left on device"),
                new FileNotFoundException("/tmp/upload (Too many open files)"),
                new UncheckedIOException(new IOException("File too large")),
                new DataAccessResourceFailureException("insert", new SQLException("could not extend file", "53100")),
                new ProcessEngineException("flush", new SQLException("IO Exception", "90031")),
                new ProcessEngineException("flush", batch("53100")));
    }

    static Stream<Throwable> away() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new ProcessEngineException(
                        "x",
                        new TransactionSystemException(
                                "JDBC rollback failed", new SQLException("Connection is closed"))),
                new DataAccessResourceFailureException("x", new SQLTransientConnectionException("pool, timed out")),
                new ProcessEngineException("x", new SQLException("the database system is starting up", "57P03")),
                new ProcessEngineException("x", new SQLException("terminating connection", "57P01")),
                new ProcessEngineException("x", new SQLException("I/O error", "08006", new EOFException())),
                new ProcessEngineException("x", new SQLException("The database has been closed", "90098")));
    }

    static Stream<Throwable> neither() {
        return Stream.of(
                new MultipartException("parse", new IOException(new InvalidContentTypeException("no multipart"))),
                new MultipartException("parse", new ClientAbortException(new IOException("Connection reset by peer"))),
                new MultipartException("parse", new EOFException()),
                new MultipartException("parse", new SocketTimeoutException()),
                new IllegalStateException(new MalformedInputException(1)),
                new IllegalStateException(new ZipException("not a zip")),
                new ProcessEngineException("x", new SQLException("doubled", "23505")),
                new IllegalStateException("ours"));
    }

    @ParameterizedTest
    @MethodSource("full")
    void noRoom(Throwable failure) {
        assertThat(Outage.in(failure)).contains(Outage.NO_ROOM);
    }

    @ParameterizedTest
    @MethodSource("away")
    void noDatabase(Throwable failure) {
        assertThat(Outage.in(failure)).contains(Outage.NO_DATABASE);
    }

    @ParameterizedTest
    @MethodSource("neither")
    void somethingElse(Throwable failure) {
        assertThat(Outage.in(failure)).isEmpty();
    }

    @Test
    void anUploadThatFindsNoRoomIsA507AndABrokenOneA400() {
        var request = new MockHttpServletRequest("POST", "/api/documents");
        request.setContentType(MediaType.MULTIPART_FORM_DATA_VALUE);

        ProblemDetail noRoom = new Problems()
                .noUpload(new MultipartException("parse", new IOException("No space left on device")), request);
        ProblemDetail broken =
                new Problems().noUpload(new MultipartException("parse", new InvalidContentTypeException("x")), request);

        assertThat(noRoom.getStatus()).isEqualTo(507);
        assertThat(noRoom.getDetail()).contains("存储空间不足", "未保存");
        assertThat(noRoom.getProperties()).containsKeys("detailEn", "reference");
        assertThat(broken.getStatus()).isEqualTo(400);
    }

    /** Spring's own guess from the words of the failure. */
    @Test
    void aFileTheDiskFindsTooLargeIsNoFaultOfTheCaller() throws Exception {
        var web = new ServletWebRequest(new MockHttpServletRequest("POST", "/api/documents"));

        var noRoom = new Problems()
                .handleException(
                        new MaxUploadSizeExceededException(-1, new IOException("request failed. File too large")), web);
        var tooLarge = new Problems()
                .handleException(
                        new MaxUploadSizeExceededException(1, new FileSizeLimitExceededException("x", 2, 1)), web);

        assertThat(noRoom.getStatusCode().value()).isEqualTo(507);
        assertThat(tooLarge.getStatusCode().value()).isEqualTo(413);
    }

    private static SQLException batch(String state) {
        SQLException batch = new BatchUpdateException("batch", "HY000", 0, new int[0]);
        batch.setNextException(new SQLException("the real one", state));
        return batch;
    }
}
