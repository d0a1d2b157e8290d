// Reads subjects by brand id and external id, joined by a bar.
// params: $keys
// returns: id, externalId
MATCH (subject:ActivitySubject)
WHERE subject.key IN $keys
RETURN subject.id AS id, subject.externalId AS externalId
