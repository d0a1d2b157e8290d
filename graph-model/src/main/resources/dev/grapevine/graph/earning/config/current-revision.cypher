// The number of a brand's latest revision.
// params: $brandId
// returns: revision
MATCH (book:EarningConfig {brandId: $brandId})
RETURN book.revision AS revision
