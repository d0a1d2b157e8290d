#!/usr/bin/env bash
# Replays a community through the API of a server with an empty database, and tells how long that took.
# Usage: benchmarks/replay-community.sh <folder> [<times>]
#   <folder>  customers.csv, perhaps contributions.csv, and activities.jsonl or activities.jsonl.gz (docs/import.md)
#   <times>   into how many new brands, one after the other: the first with a server that has just started; 3 unless told
# Set PROGRAMME to the name of a programme in client-samples/communities; it is questions-and-answers unless told.
set -euo pipefail
cd "$(dirname "$0")/.."

source_folder=$(realpath "$1")
times=${2:-3}
programme=${PROGRAMME:-questions-and-answers}
jar=$PWD/api/target/grapevine-api-0.1.0-SNAPSHOT-exec.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -f "$jar" ] || { echo "Build it first: mvn package -DskipTests" >&2; exit 1; }

work=$(mktemp -d)
server=
clean_up() {
  if [ -n "$server" ]; then kill "$server" && wait "$server" || true; fi
  rm -rf "$work"
}
trap clean_up EXIT
mkdir "$work/imported"
cp "$source_folder"/*.csv "$work/imported"
cd "$work"

grapevine=("$java" -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -Dgrapevine.embedded.folder="$work/data" -Dgrapevine.embedded.bolt-port=0 -jar "$jar")

"${grapevine[@]}" --server.port=0 > server.log 2>&1 &
server=$!
until grep -qE 'GraphQL +http' server.log; do
  kill -0 "$server" 2> /dev/null || { cat server.log >&2; exit 1; }
  sleep 0.5
done
GRAPEVINE_URL=$(sed -nE 's|.*GraphQL +(http://localhost:[0-9]+)/graphql.*|\1|p' server.log | head -1)
GRAPEVINE_KEY=$(sed -n 's/^administrator=//p' data/api.keys)
export GRAPEVINE_URL GRAPEVINE_KEY

samples=$OLDPWD/client-samples/communities
activities=$(ls "$source_folder"/activities.jsonl* | head -1)
for ((time = 1; time <= times; time++)); do
  brand=community-$time
  "${grapevine[@]}" import --brand "$brand" "$work/imported" > import.log 2>&1 || { cat import.log >&2; exit 1; }
  node "$samples/configure.mjs" "$brand" "$samples/$programme/programme.json" > configure.log
  echo "Replay $time:"
  node "$samples/replay.mjs" "$brand" "$activities" rejects.jsonl 2> /dev/null | head -2
done
echo "Replay $times again:"
node "$samples/replay.mjs" "$brand" "$activities" rejects.jsonl 2> /dev/null | head -2
