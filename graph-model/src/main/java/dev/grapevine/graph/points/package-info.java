/**
 * The points ledger. Every customer owns a wallet from the moment of enrolment, and one more for
 * each further currency; what goes in or out is an entry that never changes and names the account
 * debited and the account credited, so that double entry holds by construction. What came in
 * together is a lot, and what goes out is drawn from lots.
 *
 * <p>The way of a command: {@link dev.grapevine.graph.points.PointsLedger} checks it and makes an
 * {@code Order} of it; in its lane it comes to the {@code LedgerDesk}, which locks and loads the
 * {@code Books} it needs, lets it decide in plain Java, and stores what came of it. Who adds a
 * command writes an order, and no Cypher.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer"})
package dev.grapevine.graph.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
