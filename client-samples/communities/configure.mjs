// Sets up what earns what: node configure.mjs <brand> <programme.json>
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { operation, Problem, send } from "./graphql.mjs";

const DOCUMENTS = {
  "create-activity-kind": ["activity/create-activity-kind"],
  "set-currency": ["ledger/set-currency"],
  rule: ["earning/draft-rule", "earning/publish-rule"],
  "set-earning-limit": ["earning/set-earning-limit"],
  "set-tier-set": ["earning/set-tier-set"],
  "create-badge": ["badge/create-badge"],
};

const [brand, file] = process.argv.slice(2);
if (!file) throw new Problem("Usage: node configure.mjs <brand> <programme.json>");
const programme = JSON.parse(readFileSync(file, "utf8"));

/** Sends a command under a key made of its input, so that it has its effect once. */
async function command(document, input, earlier = "") {
  const text = document + JSON.stringify(input) + earlier;
  const idempotencyKey = createHash("sha256").update(text).digest("hex");
  const answer = await send(operation(document), { input: { ...input, idempotencyKey } });
  const [payload] = Object.values(answer);
  for (const { code, message, path } of payload.userErrors) {
    throw new Problem(`${code}: ${message} (${path?.join(".")})`);
  }
  const [{ id, state }] = Object.values(payload);
  // What was in force once and is no longer comes into force again, as a new version.
  return state === "RETIRED" ? command(document, input, id) : { id, isReplay: payload.isReplay };
}

/** Carries out a step of the programme; answers whether that had been done before. */
async function execute(step) {
  const [define, publish] = DOCUMENTS[step.operation] ?? [];
  if (!define) throw new Problem(`A programme has no operation '${step.operation}'.`);
  const defined = await command(define, { brand, ...step.input });
  const done = publish ? await command(publish, { ruleVersionId: defined.id }) : defined;
  return done.isReplay;
}

let added = 0;
for (const [index, step] of programme.entries()) {
  const { key, code, name } = step.input;
  const told = `${index + 1} of ${programme.length}: ${step.operation} ${key ?? code ?? name}`;
  const isThere = await execute(step).catch((problem) => {
    throw new Problem(`${told}: ${problem.message}`);
  });
  if (!isThere) added++;
  console.log(isThere ? `${told}, there already` : told);
}
console.log(`${brand} has all of ${file}; ${added} of ${programme.length} are new.`);
console.log(`Next: node replay.mjs ${brand} <activities.jsonl>`);
