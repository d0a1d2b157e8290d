// Stores a draft as the next version of its key; no row if the brand has $max versions. The caller has locked the earning
// configuration.
// params: $id, $brandId, $type, $key, $name, $spec, $now, $max
// returns: version
WITH
  COUNT { MATCH (any:ConfigVersion {brandId: $brandId}) } AS all,
  $brandId + '|' + $type + '|' + $key + '|' AS series
WHERE all < $max
WITH series, COUNT { MATCH (earlier:ConfigVersion) WHERE earlier.versionKey STARTS WITH series } + 1 AS number
CREATE
  (version:ConfigVersion {
    id: $id, brandId: $brandId, versionKey: series + number, type: $type, key: $key, number: number, name: $name,
    spec: $spec, state: 'DRAFT', draftedAt: $now
  })
RETURN version
