// Gives the baseline's nodes the constraints that the ledger's have, so that both keep the same indexes.
CREATE CONSTRAINT baseline_wallet_id_unique IF NOT EXISTS FOR (n:BaselineWallet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT baseline_wallet_customer_unique IF NOT EXISTS FOR (n:BaselineWallet) REQUIRE n.customerId IS UNIQUE;
CREATE CONSTRAINT baseline_entry_id_unique IF NOT EXISTS FOR (n:BaselineEntry) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT baseline_entry_sequence_unique IF NOT EXISTS FOR (n:BaselineEntry) REQUIRE (n.walletId, n.sequence) IS UNIQUE;
CREATE CONSTRAINT baseline_idempotency_key_unique IF NOT EXISTS FOR (n:BaselineIdempotencyKey) REQUIRE n.scope IS UNIQUE;
