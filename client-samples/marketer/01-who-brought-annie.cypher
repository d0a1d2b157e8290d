// Who brought Annie to Larkspur, step by step up to the root of her tree (drawn as a graph)?
MATCH (brand:Brand {key: 'larkspur'})
MATCH path = (:Customer {key: brand.id + '|annie'})<-[:REFERRED*0..100]-(root:Customer)
WHERE NOT EXISTS { (root)<-[:REFERRED]-() }
RETURN path
