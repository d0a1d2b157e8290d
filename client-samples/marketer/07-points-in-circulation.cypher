// How many points does each brand owe its customers, of how many ever earned, in how many wallets?
MATCH (brand:Brand)
WHERE brand.key IN ['larkspur', 'orbit']
MATCH (brand)<-[:JOINED]-(:Customer)-[:OWNS]->(wallet:Wallet)
RETURN
  brand.name AS brand,
  sum(wallet.balance) AS inCirculation,
  sum(wallet.lifetimeEarned) AS everEarned,
  sum(wallet.lifetimeEarned - wallet.balance) AS spent,
  sum(CASE WHEN wallet.balance > 0 THEN 1 ELSE 0 END) AS walletsWithPoints,
  count(wallet) AS wallets
ORDER BY inCirculation DESC
