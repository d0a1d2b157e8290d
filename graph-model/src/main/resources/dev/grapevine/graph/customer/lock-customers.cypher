// Locks customers until the transaction ends, in the order of their ids, except those outside the caller's scope.
// params: $ids, $scope
// returns: customer
MATCH (customer:Customer)
WHERE customer.id IN $ids AND ($scope IS NULL OR customer.brandId = $scope)
WITH customer ORDER BY customer.id
SET customer._lock = true
RETURN customer
