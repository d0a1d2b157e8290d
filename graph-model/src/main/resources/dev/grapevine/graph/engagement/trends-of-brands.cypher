// Sums up weeks of brands, each by a version of the brand's own definition with a key (the latest if $version is null):
// weighted activities, active customers and active days of all customers. Weeks are processed one by one to bound
// memory. Brands without such a version are omitted.
// IS NOT NULL on each property lets the planner use the index.
// params: $brandIds, $key, $version, $weeks
// returns: brandId, activeDayWeight, weeks
UNWIND $brandIds AS brandId
CALL (brandId) {
  MATCH (definition:EngagementDefinition {brandId: brandId, key: $key})
  WHERE definition.version IS NOT NULL AND ($version IS NULL OR definition.version = $version)
  RETURN definition
  ORDER BY definition.brandId DESC, definition.key DESC, definition.version DESC
  LIMIT 1
}
CALL (brandId, definition) {
  UNWIND range(0, size(definition.kinds) - 1) AS index
  WITH brandId, definition.kinds[index] AS kind, definition.weights[index] AS weight
  WHERE NOT EXISTS { MATCH (:ActivityKind {brandKey: brandId + '|' + kind, isCampaignOnly: true}) }
  RETURN collect({kind: kind, weight: weight}) AS counted
}
UNWIND $weeks AS week
CALL (brandId, counted, week) {
  UNWIND counted AS one
  WITH brandId, one.kind AS kind, one.weight AS weight, week.from AS beginning, week.until AS end
  MATCH (activity:Activity {brandId: brandId, kind: kind})
  WHERE
    beginning <= activity.occurredAt < end AND activity.customerId IS NOT NULL AND activity.cancelledAt IS NULL
  WITH activity.customerId AS customerId, date(activity.occurredAt) AS day, sum(weight) AS points
  RETURN sum(points) AS points, count(*) AS activeDays, count(DISTINCT customerId) AS activeCustomers
}
WITH brandId, definition, week, points, activeDays, activeCustomers ORDER BY brandId, week.from
RETURN
  brandId, definition.activeDayWeight AS activeDayWeight,
  collect({beginsAt: week.from, points: points, activeDays: activeDays, activeCustomers: activeCustomers}) AS weeks
