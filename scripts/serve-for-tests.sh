#!/bin/sh
# Serves a copy of dist/ from a folder some way down, as any static host might, for the browser tests.
# Use: serve-for-tests.sh PORT
set -eu
cd "$(dirname "$0")/.."

rm -rf target/site
mkdir -p target/site/any/folder
cp -R dist/. target/site/any/folder/
# With the header that frames in a sandbox need, see docs/deployment.md.
exec node_modules/.bin/sirv target/site --cors --host localhost --port "$1" --no-clear --no-logs --quiet
