#!/bin/sh
# Spends points that were set aside, the rest comes back: capture-hold.sh <hold id, hld_...> [<amount>]
set -eu
. "$(dirname "$0")/grapevine.sh"
: "${1:?Usage: $0 <hold id> [<amount>]}"

key=$(idempotency_key capture)
echo "Idempotency key: $key" >&2
call 'mutation Capture($input: CaptureHoldInput!) {
  captureHold(input: $input) {
    entry { id amount hold { state captured } wallet { balance held } }
    userErrors { code message path }
    isReplay
  }
}' "{\"input\": {
  \"holdId\": $(json_string "$1"),
  \"amount\": ${2:-null},
  \"idempotencyKey\": $(json_string "$key")
}}"
