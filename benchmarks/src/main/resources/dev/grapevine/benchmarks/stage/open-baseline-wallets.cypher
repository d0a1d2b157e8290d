// Creates a baseline wallet for each customer, separate from the wallets of the ledger.
// params: $brandId, $customerIds
UNWIND $customerIds AS customerId
CREATE (:BaselineWallet {
  id: 'base_' + customerId, brandId: $brandId, customerId: customerId, balance: 0, lifetimeEarned: 0, totalCredited: 0, sequence: 0
})
