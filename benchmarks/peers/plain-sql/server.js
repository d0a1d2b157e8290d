// The least that could be called a loyalty service: awards with an idempotency key, balances, referral chains and trees,
// in PostgreSQL behind a bare HTTP server. No lots, no expiry, no proof, no explanation, no sign-in, no GraphQL.
import { createServer } from 'node:http';
import pg from 'pg';

const schema = `
  CREATE TABLE customer (
    id text PRIMARY KEY,
    external_id text UNIQUE NOT NULL,
    referrer_id text REFERENCES customer,
    referred_at timestamptz,
    balance bigint NOT NULL DEFAULT 0
  );
  CREATE INDEX customer_by_referrer ON customer (referrer_id, referred_at, id);
  CREATE TABLE entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id text NOT NULL REFERENCES customer,
    amount bigint NOT NULL,
    balance_after bigint NOT NULL,
    reason text NOT NULL,
    idempotency_key text UNIQUE NOT NULL,
    booked_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX entry_by_customer ON entry (customer_id, id);`;

const award = {
  name: 'award',
  text: `
    WITH earlier AS (SELECT id, balance_after FROM entry WHERE idempotency_key = $4),
    changed AS (
      UPDATE customer SET balance = balance + $2
      WHERE id = $1 AND NOT EXISTS (SELECT FROM earlier) RETURNING balance
    ),
    booked AS (
      INSERT INTO entry (customer_id, amount, balance_after, reason, idempotency_key)
      SELECT $1, $2, balance, $3, $4 FROM changed RETURNING id, balance_after
    )
    SELECT id, balance_after, false AS "isReplay" FROM booked
    UNION ALL SELECT id, balance_after, true FROM earlier`,
};
const balance = { name: 'balance', text: 'SELECT balance FROM customer WHERE external_id = $1' };
const chain = {
  name: 'chain',
  text: `
    WITH RECURSIVE chain AS (
      SELECT r.id, r.external_id, r.referrer_id, c.referred_at, 1 AS depth
      FROM customer c JOIN customer r ON r.id = c.referrer_id WHERE c.external_id = $1
      UNION ALL
      SELECT r.id, r.external_id, r.referrer_id, c.referred_at, depth + 1
      FROM chain c JOIN customer r ON r.id = c.referrer_id WHERE depth < $2
    )
    SELECT depth, referred_at, id, external_id FROM chain ORDER BY depth`,
};
const tree = {
  name: 'tree',
  text: `
    WITH RECURSIVE tree AS (
      SELECT d.id, d.external_id, d.referred_at, 1 AS depth
      FROM customer c JOIN customer d ON d.referrer_id = c.id WHERE c.external_id = $1
      UNION ALL
      SELECT d.id, d.external_id, d.referred_at, depth + 1
      FROM tree t JOIN customer d ON d.referrer_id = t.id WHERE depth < $2
    )
    SELECT depth, referred_at, id, external_id FROM tree ORDER BY depth, referred_at, id LIMIT $3`,
};

const pool = new pg.Pool({ max: 10 });
await pool.query('DROP TABLE IF EXISTS entry, customer');
await pool.query(schema);

const routes = {
  '/customers': async ({ customers }) => {
    await pool.query(
      `INSERT INTO customer (id, external_id, referrer_id, referred_at)
       SELECT id, "externalId", "referrerId", "referredAt"
       FROM json_to_recordset($1) AS c(id text, "externalId" text, "referrerId" text, "referredAt" timestamptz)`,
      [JSON.stringify(customers)],
    );
    await pool.query('ANALYZE');
    return { count: customers.length };
  },
  '/award': ({ customer, amount, reason, key }) => first(award, [customer, amount, reason, key]),
  '/balance': ({ externalId }) => first(balance, [externalId]),
  '/chain': ({ externalId, maxDepth }) => all(chain, [externalId, maxDepth]),
  '/tree': ({ externalId, maxDepth, limit }) => all(tree, [externalId, maxDepth, limit]),
  '/nothing': () => ({}),
};

async function all(query, values) {
  return (await pool.query({ ...query, values })).rows;
}

async function first(query, values) {
  return (await all(query, values))[0] ?? null;
}

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  let status = 200;
  let answer;
  try {
    answer = await routes[request.url](JSON.parse(Buffer.concat(parts)));
  } catch (error) {
    status = 500;
    answer = { error: String(error) };
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
});
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${server.address().port}/`));
process.on('SIGTERM', () => process.exit(0));
