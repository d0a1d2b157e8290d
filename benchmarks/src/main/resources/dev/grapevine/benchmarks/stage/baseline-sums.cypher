// Sums up the balances and entries of the baseline, and counts the wallets whose balance differs from their entries.
// returns: balances, entries, wrongWallets
MATCH (wallet:BaselineWallet)
OPTIONAL MATCH (entry:BaselineEntry|BaselineFullEntry)-[:ON]->(wallet)
WITH wallet, coalesce(sum(entry.amount), 0) AS ofEntries
RETURN
  sum(wallet.balance) AS balances, sum(ofEntries) AS entries,
  count(CASE WHEN wallet.balance <> ofEntries THEN 1 END) AS wrongWallets
