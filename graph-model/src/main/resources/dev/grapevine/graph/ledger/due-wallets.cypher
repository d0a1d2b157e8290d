// Some wallets in which something is due, leaving out those that have failed.
// params: $now, $failed, $limit
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.nextEventAt <= $now AND wallet.id IS NOT NULL AND NOT wallet.id IN $failed
RETURN wallet
LIMIT $limit
