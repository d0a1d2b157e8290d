package dev.grapevine.graph.community;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Imports a folder with {@code customers.csv}, {@code contributions.csv} and {@code
 * activities.jsonl}, each also with {@code .gz}, each optional. UTF-8, RFC 4180 with a header, JSON
 * Lines. The order of the rows does not matter.
 *
 * <ul>
 *   <li>customers: {@code externalId,joinedAt,displayName,referredBy}
 *   <li>contributions: {@code
 *       externalId,customer,kind,title,submittedAt,inReplyTo,tags(|-separated),views,status}
 *   <li>activities: {@code
 *       {"id","kind","customer","contribution"?,"occurredAt","quantity"?,"value"?}}
 * </ul>
 *
 * A customer whose referrer is unknown, and a contribution that replies to an unknown one, are
 * taken without the link; the link goes to the reject file. A referral happened when the one who
 * was referred joined, or, where nobody knows when, at the import.
 */
public interface CommunityImport {

    /**
     * Imports the folder into a brand that exists.
     *
     * @param rejects file for the rows that cannot be taken; replaced, and only there if there are
     *     any
     * @throws ImportRefused if a file is not what its name says; what was imported until then stays
     */
    ImportSummary run(String brandKey, Path folder, Path rejects, Progress progress)
            throws IOException;
}
