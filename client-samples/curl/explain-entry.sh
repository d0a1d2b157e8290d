#!/bin/sh
# Says why an entry is there and what became of its points: explain-entry.sh <entry id, pte_...>
set -eu
. "$(dirname "$0")/grapevine.sh"
: "${1:?Usage: $0 <entry id>}"

call 'query Explain($id: ID!) {
  explainEntry(entryId: $id) { summary sentence steps { kind occurredAt amount sentence } }
}' "{\"id\": $(json_string "$1")}"
