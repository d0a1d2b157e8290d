#!/bin/sh
# Enrols a customer: enrol-customer.sh <brand> <external id> [<name>]
set -eu
. "$(dirname "$0")/grapevine.sh"
: "${2:?Usage: $0 <brand> <external id> [<name>]}"

key=$(idempotency_key enrol)
echo "Idempotency key: $key" >&2
call 'mutation Enrol($input: EnrolCustomerInput!) {
  enrolCustomer(input: $input) {
    customer { id externalId displayName joinedAt wallet { balance } }
    userErrors { code message path }
    isReplay
  }
}' "{\"input\": {
  \"brand\": $(json_string "$1"),
  \"externalId\": $(json_string "$2"),
  \"displayName\": $(json_string "${3:-$2}"),
  \"idempotencyKey\": $(json_string "$key")
}}"
