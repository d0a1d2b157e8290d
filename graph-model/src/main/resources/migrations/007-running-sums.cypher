// Each entry carries the sum of all that had come into its wallet: a statement is the difference of two entries, however
// many lie between them. Wallets and entries from before get theirs here, wallet by wallet, each from zero.
MATCH (wallet:Wallet)
CALL (wallet) {
  SET wallet.cameIn = 0
  WITH
    wallet,
    COLLECT { MATCH (entry:PointsEntry {walletId: wallet.id}) WHERE entry.sequence > 0 RETURN entry ORDER BY entry.sequence }
      AS entries
  FOREACH (entry IN entries |
    SET wallet.cameIn = wallet.cameIn + CASE WHEN entry.credit = wallet.id THEN entry.amount ELSE 0 END
    SET entry.cameIn = wallet.cameIn
  )
} IN TRANSACTIONS OF 100 ROWS;
