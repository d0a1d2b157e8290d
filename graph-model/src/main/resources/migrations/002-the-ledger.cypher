// Entries never change, so the database guarantees what must be unique in them: the number in the wallet, and that an
// entry is taken back at most once. The second labels OpenLot, PendingLot and OpenHold keep the indexes of what can still
// change small, however long the history is.
CREATE CONSTRAINT currency_id_unique IF NOT EXISTS FOR (n:Currency) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT currency_key_unique IF NOT EXISTS FOR (n:Currency) REQUIRE n.key IS UNIQUE;
CREATE INDEX currency_brand IF NOT EXISTS FOR (n:Currency) ON (n.brandId);

CREATE CONSTRAINT wallet_id_unique IF NOT EXISTS FOR (n:Wallet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wallet_key_unique IF NOT EXISTS FOR (n:Wallet) REQUIRE n.key IS UNIQUE;
CREATE INDEX wallet_customer IF NOT EXISTS FOR (n:Wallet) ON (n.customerId);
CREATE INDEX wallet_brand IF NOT EXISTS FOR (n:Wallet) ON (n.brandId, n.id);
CREATE INDEX wallet_due IF NOT EXISTS FOR (n:Wallet) ON (n.dueAt, n.id);

CREATE CONSTRAINT points_entry_id_unique IF NOT EXISTS FOR (n:PointsEntry) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT points_entry_sequence_unique IF NOT EXISTS FOR (n:PointsEntry) REQUIRE (n.walletId, n.sequence) IS UNIQUE;
CREATE CONSTRAINT points_entry_reverses_unique IF NOT EXISTS FOR (n:PointsEntry) REQUIRE n.reverses IS UNIQUE;
CREATE INDEX points_entry_booked IF NOT EXISTS FOR (n:PointsEntry) ON (n.walletId, n.bookedAt, n.sequence);

CREATE CONSTRAINT lot_id_unique IF NOT EXISTS FOR (n:Lot) REQUIRE n.id IS UNIQUE;
CREATE INDEX open_lot_order IF NOT EXISTS FOR (n:OpenLot) ON (n.walletId, n.expiresAt, n.sequence, n.id);
CREATE INDEX pending_lot_order IF NOT EXISTS FOR (n:PendingLot) ON (n.walletId, n.availableAt);
CREATE INDEX pending_lot_wallet IF NOT EXISTS FOR (n:PendingLot) ON (n.walletId);

CREATE CONSTRAINT hold_id_unique IF NOT EXISTS FOR (n:Hold) REQUIRE n.id IS UNIQUE;
CREATE INDEX open_hold_order IF NOT EXISTS FOR (n:OpenHold) ON (n.walletId, n.expiresAt, n.id);

CREATE CONSTRAINT allowance_key_unique IF NOT EXISTS FOR (n:Allowance) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT refused_spending_id_unique IF NOT EXISTS FOR (n:RefusedSpending) REQUIRE n.id IS UNIQUE;
