// Records a file of activities: node replay.mjs <brand> <activities.jsonl> [<rejects.jsonl>]
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { send } from "./graphql.mjs";

const [brand, file, rejectFile] = process.argv.slice(2);
if (!file) throw new Error("Usage: node replay.mjs <brand> <activities.jsonl> [<rejects.jsonl>]");
const BATCH = 100;
const record = `mutation Record($input: RecordActivitiesInput!) {
  recordActivities(input: $input) { results { userErrors { code message } isReplay } userErrors { code message } }
}`;
const rejects = createWriteStream(rejectFile ?? "rejects.jsonl");
const counts = { recorded: 0, known: 0, rejected: 0 };

function reject(line, code, message) {
  counts.rejected++;
  rejects.write(JSON.stringify({ line, code, message }) + "\n");
}

async function flush(batch) {
  const activities = batch.map(({ activity }) => activity);
  const { recordActivities } = await send(record, { input: { brand, activities } });
  if (recordActivities.userErrors.length > 0) throw new Error(JSON.stringify(recordActivities.userErrors));
  recordActivities.results.forEach((result, index) => {
    const [error] = result.userErrors;
    if (error) reject(batch[index].line, error.code, error.message);
    else counts[result.isReplay ? "known" : "recorded"]++;
  });
}

const started = Date.now();
let line = 0;
let batch = [];
for await (const text of createInterface({ input: createReadStream(file) })) {
  line++;
  const { id, kind, customer, contribution, occurredAt, quantity, value } = JSON.parse(text);
  if (!customer) {
    reject(line, "NO_CUSTOMER", "The activity names no customer.");
    continue;
  }
  batch.push({ line, activity: { id, kind, customer, contribution, occurredAt, quantity, value } });
  if (batch.length === BATCH) {
    await flush(batch);
    batch = [];
    process.stdout.write(`\r${line} lines, ${counts.rejected} rejected`);
  }
}
if (batch.length > 0) await flush(batch);
rejects.end();
console.log(`\n${JSON.stringify(counts)} in ${(Date.now() - started) / 1000} s`);
