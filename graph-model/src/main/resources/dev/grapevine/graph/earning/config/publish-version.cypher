// Publishes a draft in a new revision and retires the active version of the same key. The caller has locked the earning
// configuration.
// params: $id, $now
// returns: version
MATCH (version:ConfigVersion {id: $id})
MATCH (config:EarningConfig {brandId: version.brandId})
SET config.revision = config.revision + 1
WITH version, config, version.brandId + '|' + version.type + '|' + version.key + '|' AS series
CALL (version, config, series) {
  MATCH (earlier:ConfigVersion)
  WHERE earlier.versionKey STARTS WITH series AND earlier.state = 'PUBLISHED'
  SET earlier.state = 'RETIRED', earlier.activeUntil = config.revision, earlier.retiredAt = $now
}
SET version.state = 'PUBLISHED', version.activeFrom = config.revision, version.publishedAt = $now
RETURN version
