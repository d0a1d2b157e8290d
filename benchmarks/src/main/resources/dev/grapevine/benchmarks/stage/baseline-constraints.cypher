// Creates the constraints and indexes of the baseline's nodes, equal to those of the ledger.
CREATE CONSTRAINT baseline_wallet_id_unique IF NOT EXISTS FOR (n:BaselineWallet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT baseline_wallet_customer_unique IF NOT EXISTS FOR (n:BaselineWallet) REQUIRE n.customerId IS UNIQUE;
CREATE CONSTRAINT baseline_entry_id_unique IF NOT EXISTS FOR (n:BaselineEntry) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT baseline_idempotency_key_unique IF NOT EXISTS FOR (n:BaselineIdempotencyKey) REQUIRE n.keyHash IS UNIQUE;
CREATE CONSTRAINT baseline_full_entry_id_unique IF NOT EXISTS FOR (n:BaselineFullEntry) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT baseline_full_entry_reverses_unique IF NOT EXISTS FOR (n:BaselineFullEntry) REQUIRE n.reverses IS UNIQUE;
CREATE INDEX baseline_full_entry_booked IF NOT EXISTS FOR (n:BaselineFullEntry) ON (n.walletId, n.bookedAt, n.sequence);
CREATE INDEX baseline_open_lot_order IF NOT EXISTS FOR (n:BaselineOpenLot) ON (n.walletId, n.expiresAt, n.sequence);
