// Sets up what earns what: node configure.mjs <brand> <programme.json>
import { readFileSync } from "node:fs";
import { operation, send } from "./graphql.mjs";

const [brand, file] = process.argv.slice(2);
if (!file) throw new Error("Usage: node configure.mjs <brand> <programme.json>");
const documents = {
  "define-activity-kind": "engagement/define-activity-kind",
  "define-earning-limit": "rulebook/define-earning-limit",
  "define-badge": "badge/define-badge",
};

async function command(document, input) {
  const [payload] = Object.values(await send(operation(document), { input }));
  if (payload.userErrors.length > 0) throw new Error(`${document}: ${JSON.stringify(payload.userErrors)}`);
  return payload;
}

let number = 0;
for (const step of JSON.parse(readFileSync(file, "utf8"))) {
  number++;
  const idempotencyKey = `programme-${brand}-${number}`;
  if (step.operation === "rule") {
    const drafted = await command("rulebook/draft-rule", { brand, idempotencyKey, ...step.input });
    await command("rulebook/publish-rule", { id: drafted.ruleVersion.id, idempotencyKey });
  } else {
    await command(documents[step.operation], { brand, idempotencyKey, ...step.input });
  }
  console.log(`${number} ${step.operation} ${step.input.key ?? step.input.name}`);
}
