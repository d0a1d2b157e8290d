package dev.grapevine.graph.dataimport;

import java.nio.file.Path;

/**
 * Import of a folder into a brand.
 *
 * @param brand key of the brand
 * @param brandName name of the brand if the import registers it
 * @param rejectFile path of the reject file; replaced, and absent if no row is rejected
 * @param keepsSecondReferrers true if a second referrer of a customer is kept as one who vouched
 *     for the customer; otherwise the row is rejected
 * @param isDryRun true if the import only reports what it would do, and writes nothing but the
 *     reject file
 */
public record ImportRequest(
        String brand,
        String brandName,
        ImportFolder folder,
        Path rejectFile,
        boolean keepsSecondReferrers,
        boolean isDryRun) {

    /** Creates an import that rejects second referrers; a new brand is named by its key. */
    public ImportRequest(String brand, ImportFolder folder, Path rejectFile) {
        this(brand, brand, folder, rejectFile, false, false);
    }
}
