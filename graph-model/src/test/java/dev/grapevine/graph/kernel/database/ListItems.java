package dev.grapevine.graph.kernel.database;

/**
 * Items of a parent, $count of them; the times of the items grow with their numbers.
 *
 * @param create statement that creates the parent and its items
 * @param label label of what is to be deleted
 */
record ListItems(String create, String label) {

    static final ListItems REFEREES =
            new ListItems(
                    """
                    CREATE (referrer:Customer {id: $parent})
                    WITH referrer UNWIND range(1, $count) AS i
                    CREATE (referrer)-[:REFERRED {
                      id: $parent + '-' + i, referrerId: $parent, refereeId: $parent + '-' + i,
                      listedAt: $beginning + duration({hours: i})
                    }]->(:Customer {id: $parent + '-' + i})
                    """,
                    "Customer");

    static final ListItems REFERRERS =
            new ListItems(
                    """
                    UNWIND range(0, $count) AS i
                    CREATE (:Customer {id: CASE i WHEN 0 THEN $parent ELSE $parent + '-' + i END})
                    WITH collect(i) AS all
                    UNWIND range(1, $count) AS i
                    MATCH (referrer:Customer {id: $parent + '-' + i})
                    MATCH (referee:Customer {id: CASE i WHEN 1 THEN $parent ELSE $parent + '-' + (i - 1) END})
                    CREATE (referrer)-[:REFERRED {
                      id: $parent + '-' + i, referrerId: referrer.id, refereeId: referee.id, listedAt: $beginning
                    }]->(referee)
                    """,
                    "Customer");

    static final ListItems OPEN_LOTS =
            new ListItems(
                    """
                    CREATE (:Wallet {id: $parent})
                    WITH 1 AS once UNWIND range(1, $count) AS i
                    WITH i, $beginning + duration({hours: i, years: CASE WHEN i > 10 THEN 2 ELSE 0 END}) AS at
                    CREATE (:Wallet:OpenLot {
                      id: $parent + '-' + i, walletId: $parent, sequence: i, remaining: 1, expiresAt: at
                    })
                    CREATE (:Wallet:PendingLot {
                      id: $parent + '-pending-' + i, walletId: $parent, remaining: 1, availableAt: at
                    })
                    CREATE (:Wallet:OpenHold {
                      id: $parent + '-hold-' + i, walletId: $parent, expiresAt: at, entryId: 'none'
                    })
                    """,
                    "Wallet");

    /** Entries, each second of which took effect before it was booked; a few out of order. */
    static final ListItems ENTRIES =
            new ListItems(
                    """
                    UNWIND range(1, $count) AS i
                    WITH i, $beginning + duration({hours: i}) AS at
                    CREATE (entry:PointsEntry {
                      id: $parent + '-' + i, walletId: $parent, bookedAt: at, sequence: i, balanceAfter: i, totalCredited: i,
                      amount: 1, credit: $parent, debit: 'ISSUED'
                    })
                    SET entry.effectiveAt = CASE
                      WHEN i % 2 = 0 THEN at - duration({minutes: 30})
                      WHEN i IN [7, 9] THEN at - duration({minutes: 100})
                    END
                    WITH entry, CASE
                      WHEN i % 2 = 0 THEN ['BackdatedEntry']
                      WHEN i IN [7, 9] THEN ['OutOfOrderEntry']
                      ELSE []
                    END AS labels
                    SET entry:$(labels)
                    """,
                    "PointsEntry");

    static final ListItems CUSTOMERS =
            new ListItems(
                    """
                    UNWIND range(1, $count) AS i
                    CREATE (:Customer {id: $parent + '-' + i, key: $parent + '|' + (100000 + i)})
                    """,
                    "Customer");

    /** Five direct referees, and $count referees of the last of them. */
    static final ListItems INDIRECT_REFEREES =
            new ListItems(
                    """
                    CREATE (root:Customer {id: $parent})
                    WITH root UNWIND range(1, 5) AS i
                    CREATE (root)-[:REFERRED {
                      id: $parent + '-direct-' + i, referrerId: $parent, refereeId: $parent + '-direct-' + i,
                      listedAt: $beginning
                    }]->(direct:Customer {id: $parent + '-direct-' + i})
                    WITH collect(direct)[4] AS last
                    UNWIND range(1, $count) AS i
                    CREATE (last)-[:REFERRED {
                      id: $parent + '-' + i, referrerId: last.id, refereeId: $parent + '-' + i,
                      listedAt: $beginning + duration({hours: i})
                    }]->(:Customer {id: $parent + '-' + i})
                    """,
                    "Customer");

    static ListItems of(String label, String parent, String time) {
        return new ListItems(
                """
                UNWIND range(1, $count) AS i
                CREATE (:%s {
                  id: $parent + '-' + i, %s: $parent, %s: $beginning + duration({hours: i}),
                  sequence: i, kind: 'vote', type: 'RULE'
                })
                """
                        .formatted(label, parent, time),
                label);
    }
}
