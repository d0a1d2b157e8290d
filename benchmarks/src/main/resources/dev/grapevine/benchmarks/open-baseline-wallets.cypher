// Opens a wallet of the baseline for each customer: nodes of its own, so that the ledger under test stays untouched.
// params: $brandId, $customerIds
UNWIND $customerIds AS customerId
CREATE (:BaselineWallet {
  id: 'base_' + customerId, brandId: $brandId, customerId: customerId, balance: 0, lifetimeEarned: 0, totalCredited: 0, sequence: 0
})
