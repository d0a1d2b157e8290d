package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.kernel.TextFile;

/**
 * Row of an import file.
 *
 * @param file name of the file
 * @param line number of the row's first line, from 1
 * @param text text of the row in the file
 * @param fields parsed fields
 */
record Row<T>(String file, long line, String text, T fields) {

    /** Returns false if the row contains bytes that are not UTF-8. */
    boolean isUtf8() {
        return text.indexOf(TextFile.MALFORMED) < 0;
    }
}
