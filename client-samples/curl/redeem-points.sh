#!/bin/sh
# Spends points of a customer: redeem-points.sh <customer id, cus_...> <amount> <reason>
set -eu
. "$(dirname "$0")/grapevine.sh"
: "${3:?Usage: $0 <customer id> <amount> <reason>}"

key=$(idempotency_key redeem)
echo "Idempotency key: $key" >&2
call 'mutation Redeem($input: RedeemPointsInput!) {
  redeemPoints(input: $input) {
    entry { id amount balanceAfter reason effectiveAt }
    userErrors { code message path ... on InsufficientPoints { balance required } }
    isReplay
  }
}' "{\"input\": {
  \"customer\": {\"id\": $(json_string "$1")},
  \"amount\": $2,
  \"reason\": $(json_string "$3"),
  \"idempotencyKey\": $(json_string "$key")
}}"
