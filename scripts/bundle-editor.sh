#!/bin/sh
# Bundles static/editor.js with CodeMirror 6, and the styles of static/page.css, into target/editor/, minified. Trunk
# runs it before each build. The fonts are left to Trunk, which copies static/fonts as it is.
set -eu
cd "$(dirname "$0")/.."
node_modules/.bin/esbuild static/editor.js --bundle --minify --format=esm --target=es2022 --charset=utf8 \
  --legal-comments=none --log-level=warning --outfile=target/editor/editor.js
exec node_modules/.bin/esbuild static/page.css --bundle --minify --external:*.woff2 --charset=utf8 \
  --legal-comments=none --log-level=warning --outfile=target/editor/page.css
