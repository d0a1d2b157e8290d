package dev.grapevine.graph.kernel;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Text file of a user: UTF-8, with or without a byte order mark, compressed with gzip if its name
 * ends in {@code .gz}.
 */
public record TextFile(Path path) {

    /**
     * Stands for bytes that are not UTF-8, as a noncharacter of Unicode, which no text may contain.
     */
    public static final char MALFORMED = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;

    public String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * Opens the file after its byte order mark; {@link #MALFORMED} stands for malformed bytes.
     *
     * @throws IOException if the file cannot be read, or is not compressed as its name says; the
     *     message names the file
     */
    public BufferedReader open() throws IOException {
        var bytes = Files.newInputStream(path);
        try {
            var plain = name().endsWith(".gz") ? decompressed(bytes) : bytes;
            var reader = new BufferedReader(new InputStreamReader(plain, decoder()));
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private InputStream decompressed(InputStream bytes) throws IOException {
        try {
            return new GZIPInputStream(bytes, BUFFER);
        } catch (ZipException | EOFException e) {
            throw new IOException(name() + " is not in gzip format.", e);
        }
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(MALFORMED));
    }
}
