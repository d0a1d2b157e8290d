// Records a file of activities: node replay.mjs <brand> <activities.jsonl> [<rejects.jsonl>]
import { createReadStream, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { Problem, send, server } from "./graphql.mjs";

const BATCH = 100;
const REQUIRED = ["id", "kind", "customer", "occurredAt"];
const RECORD = `mutation RecordActivities($input: RecordActivitiesInput!) {
  recordActivities(input: $input) {
    results { userErrors { code message } isReplay }
    userErrors { code message }
  }
}`;

const [brand, file, rejectFile = `rejects-${brand}.jsonl`, ...more] = process.argv.slice(2);
if (!file || more.length > 0) {
  throw new Problem("Usage: node replay.mjs <brand> <activities.jsonl> [<rejects.jsonl>]");
}
if (existsSync(rejectFile) && !/^(\{"line":|$)/.test(readFileSync(rejectFile, "utf8"))) {
  throw new Problem(`${rejectFile} is no reject file, and would be overwritten.`);
}
const counts = { recorded: 0, known: 0, rejected: 0 };

/** What the API calls the customer or contribution with an id of the brand's own. */
const reference = (externalId) => externalId && { external: { brand, externalId } };

/** A line of the file as an activity that the API takes; throws if something is missing. */
function activity(text) {
  const given = JSON.parse(text) ?? {};
  const missing = REQUIRED.find((name) => typeof given[name] !== "string");
  if (missing) throw new Problem(`${missing} is missing.`);
  const { id, kind, customer, contribution, channel, occurredAt } = given;
  const quantity = given.quantity ?? undefined;
  const value = given.value?.toString();
  const held = Object.entries(given.fields ?? {});
  const fields = held.map(([name, it]) => ({ name, value: it.toString() }));
  return {
    externalId: id,
    kind,
    customer: reference(customer),
    contribution: reference(contribution),
    channel,
    occurredAt,
    quantity,
    value,
    fields,
  };
}

function reject({ line, text }, { code, message }) {
  writeFileSync(rejectFile, JSON.stringify({ line, code, message, text }) + "\n", { flag: "a" });
  counts.rejected++;
}

/** Records activities together; if they cannot be read together, one half and then the other. */
async function record(batch) {
  if (batch.length === 0) return;
  let payload;
  try {
    const input = { brand, activities: batch.map((entry) => entry.activity) };
    payload = (await send(RECORD, { input })).recordActivities;
  } catch (problem) {
    if (!["INVALID_DOCUMENT", "BODY_TOO_LARGE"].includes(problem.code)) throw problem;
    if (batch.length === 1) return reject(batch[0], problem);
    const half = batch.length >> 1;
    await record(batch.slice(0, half));
    return record(batch.slice(half));
  }
  for (const { code, message } of payload.userErrors) throw new Problem(`${code}: ${message}`);
  payload.results.forEach(({ userErrors: [error], isReplay }, index) => {
    if (error) reject(batch[index], error);
    else counts[isReplay ? "known" : "recorded"]++;
  });
}

const started = Date.now();
const { size } = statSync(file);
const bytes = createReadStream(file);
const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
rmSync(rejectFile, { force: true });
let line = 0;
let batch = [];
for await (const text of createInterface({ input })) {
  line++;
  try {
    batch.push({ line, text, activity: activity(text) });
  } catch ({ message }) {
    reject({ line, text }, { code: "INVALID_LINE", message });
  }
  if (batch.length < BATCH) continue;
  await record(batch);
  batch = [];
  const percent = Math.floor((100 * bytes.bytesRead) / size);
  process.stderr.write(`${percent} %, ${line} lines, ${counts.rejected} rejected\r`);
}
await record(batch);

const { recorded, known, rejected } = counts;
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`${line} lines in ${seconds} s:`);
console.log(`${recorded} recorded, ${known} known before, ${rejected} rejected.`);
if (rejected > 0) console.log(`Rejected lines, with their reasons: ${rejectFile}`);
console.log(`Next: look at customers of ${brand} in ${new URL("/graphiql/", server)}`);
