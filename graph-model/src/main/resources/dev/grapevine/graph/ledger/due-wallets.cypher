// Reads a part of the wallets with due events, without those whose ids are excluded as failed.
// params: $now, $failed, $limit
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.nextEventAt <= $now AND wallet.id IS NOT NULL AND NOT wallet.id IN $failed
RETURN wallet
LIMIT $limit
