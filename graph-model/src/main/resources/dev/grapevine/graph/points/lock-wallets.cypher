// Locks wallets, in the order given, by a constant write before anything of them is read.
// params: $keys
// returns: wallet
UNWIND $keys AS key
MATCH (wallet:Wallet {key: key})
SET wallet._lock = true
RETURN wallet
