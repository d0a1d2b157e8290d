// Sends documents to Grapevine; what the scripts beside it share.
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** Where Grapevine is, as the samples in ../curl have it. */
export const server = process.env.GRAPEVINE_URL ?? "http://localhost:8080";
const TRIES = 5;

/** Why a script cannot go on, for whoever runs it. */
export class Problem extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});
if (!URL.canParse(server)) throw new Problem(`GRAPEVINE_URL is no address: ${server}`);

/** The text of a sample operation, for example "badge/create-badge". */
export function operation(name) {
  return readFileSync(new URL(`../operations/${name}.graphql`, import.meta.url), "utf8");
}

/** What is answered under data; throws what is under errors. Repeats while the graph is busy. */
export async function send(query, variables) {
  for (let tries = 1; ; tries++) {
    const { data, errors } = await post({ query, variables });
    if (!errors) return data;
    const [{ message, extensions }] = errors;
    const code = extensions?.code;
    if (code === "UNAUTHORIZED") {
      throw new Problem(`${server} does not know the key in GRAPEVINE_KEY.`, code);
    }
    const isBusy = code?.startsWith("GRAPH_");
    if (!isBusy || tries === TRIES) throw new Problem(`${code}: ${message}`, code);
    await setTimeout(500 * tries);
  }
}

async function post(body) {
  const key = process.env.GRAPEVINE_KEY;
  if (!key) throw new Problem("GRAPEVINE_KEY is not set: the administrator's key is in api.keys.");
  const response = await fetch(new URL("/graphql", server), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  }).catch((error) => {
    const reason = error.cause?.code ?? error.message;
    throw new Problem(`${server} does not answer (${reason}). Is Grapevine running there?`);
  });
  return response.json().catch(() => {
    throw new Problem(`${server} answers HTTP ${response.status}, not JSON. Is it Grapevine?`);
  });
}
