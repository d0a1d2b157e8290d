// Stores a draft as the next version of its key, unless the brand has too many versions. The ruleHistory is locked before.
// params: $id, $brandId, $type, $key, $name, $spec, $now, $most
// returns: version
WITH
  COUNT { MATCH (any:ConfigVersion {brandId: $brandId}) } AS all,
  $brandId + '|' + $type + '|' + $key + '|' AS series
WHERE all < $most
WITH series, COUNT { MATCH (earlier:ConfigVersion) WHERE earlier.versionKey STARTS WITH series } + 1 AS number
CREATE
  (version:ConfigVersion {
    id: $id, brandId: $brandId, versionKey: series + number, type: $type, key: $key, number: number, name: $name,
    spec: $spec, state: 'DRAFT', draftedAt: $now
  })
RETURN version
