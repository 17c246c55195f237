#!/bin/sh
# Bundles the scripts of static/page.js and the styles of static/page.css into target/editor/, minified, and
# static/editor.js with CodeMirror 6 into target/editor/later/, from where the page fetches it. Trunk runs it before each
# build. The fonts are left to Trunk, which copies static/fonts as it is.
set -eu
cd "$(dirname "$0")/.."
rm -rf target/editor/later
node_modules/.bin/esbuild static/page.js --bundle --splitting --minify --format=esm --target=es2022 --charset=utf8 \
  --legal-comments=none --log-level=warning --chunk-names='later/[name]-[hash]' --outdir=target/editor
# The modules of the library that the page fetches when a program imports one of them (src/stdlib/modules.rs).
for module in src/stdlib/python/shelf/*.py; do
  printf '#: module %s\n' "$(basename "$module" .py)"
  cat "$module"
done >target/editor/library.txt
# The scenarios of the gallery, which the page fetches when one of them is wanted (src/scenario/gallery.rs).
for scenario in static/scenarios/*.py; do
  printf '#: scenario %s\n' "$(basename "$scenario" .py)"
  cat "$scenario"
done >target/editor/gallery.txt
exec node_modules/.bin/esbuild static/page.css --bundle --minify --external:*.woff2 --charset=utf8 \
  --legal-comments=none --log-level=warning --outfile=target/editor/page.css
