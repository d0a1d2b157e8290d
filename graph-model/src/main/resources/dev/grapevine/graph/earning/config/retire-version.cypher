// Retires a version: an active one in a new revision, a draft without one. The caller has locked the earning configuration.
// params: $id, $now
// returns: version
MATCH (version:ConfigVersion {id: $id})
MATCH (config:EarningConfig {brandId: version.brandId})
FOREACH (_ IN CASE WHEN version.state = 'PUBLISHED' THEN [1] ELSE [] END |
  SET config.revision = config.revision + 1, version.activeUntil = config.revision
)
SET version.state = 'RETIRED', version.retiredAt = $now
RETURN version
