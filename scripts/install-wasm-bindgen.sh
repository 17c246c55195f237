#!/bin/sh
# Makes sure that wasm-bindgen's command is here in exactly the version of the crate that Cargo.toml pins; they only work
# together. Compiles it into .tools/ if it is not (a few minutes).
set -eu
cd "$(dirname "$0")/.."

needed=$(sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)
[ "$(wasm-bindgen --version 2>/dev/null || true)" = "wasm-bindgen $needed" ] && exit 0

echo "Installing wasm-bindgen $needed into .tools/ (once; it takes a few minutes to compile)."
CARGO_TARGET_DIR=target/tools cargo install --quiet --locked --root .tools wasm-bindgen-cli --version "$needed" || {
  echo "wasm-bindgen $needed could not be installed: check the network and run this again, or install it yourself with \`cargo install --locked wasm-bindgen-cli --version $needed\`." >&2
  exit 1
}
