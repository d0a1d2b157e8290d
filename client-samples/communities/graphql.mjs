// Sends documents of ../operations to Grapevine.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const url = process.env.GRAPEVINE_URL ?? "http://localhost:8080/graphql";
const key = process.env.GRAPEVINE_KEY;
if (!key) throw new Error("GRAPEVINE_KEY is not set");

/** The text of a sample operation, for example "badge/define-badge". */
export function operation(name) {
  return readFileSync(fileURLToPath(new URL(`../operations/${name}.graphql`, import.meta.url)), "utf8");
}

/** What is answered under data; throws what is answered under errors. Tries again when the graph is busy. */
export async function send(query, variables) {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await response.json();
    const isBusy = answer.errors?.some((error) => /^GRAPH_/.test(error.extensions?.code ?? ""));
    if (!answer.errors) return answer.data;
    if (!isBusy || tries === 5) throw new Error(JSON.stringify(answer.errors));
    await new Promise((wait) => setTimeout(wait, 500 * tries));
  }
}
