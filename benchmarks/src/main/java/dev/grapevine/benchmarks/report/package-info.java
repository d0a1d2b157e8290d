/** Results of a run: the table in Markdown and the result file in JSON. */
@NullMarked
package dev.grapevine.benchmarks.report;

import org.jspecify.annotations.NullMarked;
