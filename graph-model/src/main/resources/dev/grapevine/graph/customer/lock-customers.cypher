// Locks customers, in the order of their ids, until the transaction ends; those outside the caller's scope are left alone.
// params: $ids, $scope
// returns: customer
MATCH (customer:Customer)
WHERE customer.id IN $ids AND ($scope IS NULL OR customer.brandId = $scope)
WITH customer ORDER BY customer.id
SET customer._lock = true
RETURN customer
