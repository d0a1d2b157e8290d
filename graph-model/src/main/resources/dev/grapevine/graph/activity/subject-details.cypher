// Reads the details of a subject that an activity of the customer would copy.
// params: $id, $customerId
// returns: subjectKind, isReplyToOwn
MATCH (subject:ActivitySubject {id: $id})
RETURN
  subject.kind AS subjectKind,
  coalesce(
    subject.customerId = $customerId AND EXISTS {
      (subject)-[:REPLIES_TO]->(original)
      WHERE original.customerId = $customerId
    },
    false
  ) AS isReplyToOwn
