#!/bin/sh
# Sets points of a customer aside for a purchase: hold-points.sh <customer id, cus_...> <amount> <what for>
set -eu
. "$(dirname "$0")/grapevine.sh"
: "${3:?Usage: $0 <customer id> <amount> <what for>}"

key=$(idempotency_key hold)
echo "Idempotency key: $key" >&2
call 'mutation Hold($input: HoldPointsInput!) {
  holdPoints(input: $input) {
    entry { id amount hold { id expiresAt } wallet { balance held } }
    userErrors { code message path ... on InsufficientPoints { balance required } }
    isReplay
  }
}' "{\"input\": {
  \"customer\": {\"id\": $(json_string "$1")},
  \"amount\": $2,
  \"reason\": $(json_string "$3"),
  \"idempotencyKey\": $(json_string "$key")
}}"
