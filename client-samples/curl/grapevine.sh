# What the scripts beside this one share; they read it with `.`, it does nothing by itself.

GRAPEVINE_URL=${GRAPEVINE_URL:-http://localhost:8080}
: "${GRAPEVINE_KEY:?Set GRAPEVINE_KEY to an API key; it is in the file that the server names at its start.}"

# The text as a JSON string. Control characters become blanks.
json_string() {
  printf '"%s"' "$(printf '%s' "$1" | tr '\000-\037' ' ' | sed 's/\\/\\\\/g; s/"/\\"/g')"
}

# A key under which this call has its effect once. To repeat a call whose answer got lost, give its key again.
idempotency_key() {
  printf '%s' "${GRAPEVINE_IDEMPOTENCY_KEY:-$1-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')}"
}

# Sends a query without double quotes in it, with its variables as a JSON object, and prints the answer. The API key goes
# over a pipe, so that the list of processes does not show it.
call() {
  body="{\"query\": \"$(printf '%s' "$1" | tr '\n' ' ')\", \"variables\": $2}"
  printf 'Authorization: Bearer %s\n' "$GRAPEVINE_KEY" |
    curl --silent --show-error --max-time 10 --header @- --header 'Content-Type: application/json' \
      --data-binary "$body" "$GRAPEVINE_URL/graphql"
  echo
}
