package dev.grapevine.graph.dataimport;

/**
 * One row of a file.
 *
 * @param file the file's name
 * @param line the line on which it begins, from 1 on
 * @param text the row as it stands there
 * @param fields the row as it was understood
 */
record Row<T>(String file, long line, String text, T fields) {}
