package dev.grapevine.graph.dataimport;

/** Exception of a row with an invalid field. */
final class InvalidRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    /**
     * @param problem what is wrong with the field, as it follows the field's name
     */
    InvalidRow(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
    }

    String field() {
        return field;
    }
}
