#!/bin/sh
# Shows who brought a customer, up to the root: referral-chain.sh <brand> <external id>
set -eu
. "$(dirname "$0")/grapevine.sh"
: "${2:?Usage: $0 <brand> <external id>}"

call 'query Chain($brand: String!, $externalId: String!) {
  customer(ref: {external: {brand: $brand, externalId: $externalId}}) {
    id
    displayName
    referralChain(maxDepth: 100) { depth referredAt customer { id externalId displayName } }
  }
}' "{\"brand\": $(json_string "$1"), \"externalId\": $(json_string "$2")}"
