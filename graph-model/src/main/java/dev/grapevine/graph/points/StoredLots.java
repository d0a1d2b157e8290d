package dev.grapevine.graph.points;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * Lots as they are stored, and the hold that drew from them.
 *
 * @param hold null if it is not about a hold
 */
record StoredLots(@Nullable Hold hold, List<Part> parts) {

    /** A lot, and what is of interest of it. */
    record Part(Lot lot, boolean isPending, long amount) {

        Book.Part in(Book book) {
            return new Book.Part(book.lots().know(lot, isPending), amount);
        }
    }

    /** Tells a book of them. */
    void tell(Book book) {
        var known = parts(book);
        if (hold != null) {
            book.know(new HeldPoints(hold, known));
        }
    }

    /** The parts as the book knows them, in the order in which lots are drawn from. */
    List<Book.Part> parts(Book book) {
        return parts.stream()
                .map(part -> part.in(book))
                .sorted(Comparator.comparing(Book.Part::lot))
                .toList();
    }
}
