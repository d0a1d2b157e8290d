#!/bin/sh
# Unpacks the packaged application into a folder and writes an AOT cache for it (JDK 25, JEP 514), from a trial start on an
# empty data folder: aot-cache.sh <folder>
set -eu
: "${1:?Usage: $0 <folder>}"
jar=$(ls "$(dirname "$0")"/../api/target/grapevine-api-*-exec.jar)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

"$java" -Djarmode=tools -jar "$jar" extract --force --destination "$1"
cd "$1"
mv grapevine-api-*-exec.jar grapevine.jar

trial=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2> /dev/null || true; rm -rf "$trial"' EXIT
"$java" -XX:AOTCacheOutput=grapevine.aot --enable-native-access=ALL-UNNAMED -jar grapevine.jar \
  --server.port=0 --grapevine.embedded.bolt-port=0 --grapevine.embedded.folder="$trial/data" > "$trial/log" 2>&1 &
pid=$!
echo "Starting Grapevine once; this takes one to two minutes."
until grep -q 'Planned .* statements' "$trial/log"; do
  if ! kill -0 "$pid" 2> /dev/null; then
    cat "$trial/log" >&2
    exit 1
  fi
  sleep 1
done
kill "$pid"
wait "$pid" || true
ls -l grapevine.aot
