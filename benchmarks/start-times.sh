#!/bin/sh
# Measures starts of the packaged application on new folders: seconds from the start of the process to the first answer of the
# API, and the resident memory then and a minute later: start-times.sh [rounds]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
rounds=${1:-3}
port=18081
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2> /dev/null || true; rm -rf "$work"' EXIT

answers() {
  [ -s "$1/api.keys" ] && curl -sf "http://127.0.0.1:$port/graphql" -H 'Content-Type: application/json' \
    -H "Authorization: Bearer $(sed -n 's/^administrator=//p' "$1/api.keys")" -d '{"query": "{ __typename }"}' > /dev/null 2>&1
}

memory() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$pid/status"; }

# start <label> <data folder> <profile> <arguments of java...>
start() {
  label=$1 data=$2 profile=$3
  shift 3
  begin=$(date +%s.%N)
  "$java" "$@" --server.port=$port --grapevine.embedded.bolt-port=0 --grapevine.embedded.folder="$data" \
    --spring.profiles.active="$profile" > "$work/log" 2>&1 &
  pid=$!
  until answers "$data"; do
    kill -0 "$pid" 2> /dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
  done
  end=$(date +%s.%N)
  at_start=$(memory)
  sleep 60
  awk -v label="$label" -v a="$begin" -v b="$end" -v m="$at_start" -v n="$(memory)" \
    'BEGIN { printf "| %s | %.1f s | %d MB | %d MB |\n", label, b - a, m, n }'
  kill "$pid"
  wait "$pid" || true
  pid=
}

"$here/../tools/aot-cache.sh" "$work/unpacked" > /dev/null
jar=$(ls "$here"/../api/target/grapevine-api-*-exec.jar)
cd "$work/unpacked"
echo "| start | first answer | memory then | a minute later |"
echo "|---|---|---|---|"
for round in $(seq "$rounds"); do
  for profile in default dev; do
    start "jar, first start, profile $profile" "$work/jar-$profile-$round" $profile \
      --enable-native-access=ALL-UNNAMED -jar "$jar"
    start "jar, second start, profile $profile" "$work/jar-$profile-$round" $profile \
      --enable-native-access=ALL-UNNAMED -jar "$jar"
    start "AOT cache, first start, profile $profile" "$work/aot-$profile-$round" $profile \
      -XX:AOTCache=grapevine.aot --enable-native-access=ALL-UNNAMED -jar grapevine.jar
    start "AOT cache, second start, profile $profile" "$work/aot-$profile-$round" $profile \
      -XX:AOTCache=grapevine.aot --enable-native-access=ALL-UNNAMED -jar grapevine.jar
  done
done
