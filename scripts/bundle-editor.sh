#!/bin/sh
# Bundles static/editor.js with CodeMirror 6 into target/editor/editor.js, minified. Trunk runs it before each build.
set -eu
cd "$(dirname "$0")/.."
exec node_modules/.bin/esbuild static/editor.js --bundle --minify --format=esm --target=es2022 --charset=utf8 \
  --legal-comments=none --log-level=warning --outfile=target/editor/editor.js
