# Builds the engine as the page's wasm is built and measures it beside CPython. What is given beside is for cargo:
# --config 'profile.page.package.last-thread-standing.opt-level=3'
set -e
cargo build --quiet --profile page --target wasm32-unknown-unknown --manifest-path benches/engine/Cargo.toml --target-dir target "$@"
wasm-opt -Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
  --enable-reference-types --enable-multivalue --converge --strip-debug --strip-producers \
  target/wasm32-unknown-unknown/page/engine.wasm -o target/engine.wasm
node scripts/measure-engine.mjs target/engine.wasm
