// Sums up the balances and signed entries of the ledger, and counts the wallets whose balance differs from their entries.
// returns: balances, entries, wrongWallets
MATCH (wallet:Wallet)
OPTIONAL MATCH (entry:PointsEntry)-[:ON]->(wallet)
WITH wallet,
     coalesce(sum(CASE WHEN entry.credit = wallet.id THEN entry.amount ELSE -entry.amount END), 0) AS ofEntries
RETURN
  sum(wallet.balance) AS balances, sum(ofEntries) AS entries,
  count(CASE WHEN wallet.balance <> ofEntries THEN 1 END) AS wrongWallets
