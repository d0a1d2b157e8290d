// The number of a brand's latest edition.
// params: $brandId
// returns: edition
MATCH (book:Rulebook {brandId: $brandId})
RETURN book.edition AS edition
