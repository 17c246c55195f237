#!/bin/sh
# Makes sure that Rust is here, is recent enough and can compile for the browser, and that the crates are fetched.
set -eu
cd "$(dirname "$0")/.."

stop() {
  echo "$1" >&2
  exit 1
}

command -v cargo >/dev/null 2>&1 && command -v rustc >/dev/null 2>&1 ||
  stop "Rust is missing: install it with rustup from https://rustup.rs, open a new shell and run this again."

needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
found=$(rustc --version | cut -d ' ' -f 2)
[ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)" = "$needed" ] ||
  stop "Rust $found is too old, $needed is needed: run \`rustup update stable\` and \`rustup default stable\`."

if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
  command -v rustup >/dev/null 2>&1 ||
    stop "This Rust cannot compile for the browser: install the target wasm32-unknown-unknown from where Rust came from, or install Rust with rustup from https://rustup.rs."
  echo "Adding Rust's browser target, wasm32-unknown-unknown."
  rustup target add wasm32-unknown-unknown ||
    stop "Rust's browser target could not be added: check the network, then run \`rustup target add wasm32-unknown-unknown\`."
fi

# Trunk builds offline, so that it is quick and never surprised: what Cargo.lock names has to be here before.
host=$(rustc -vV | sed -n 's/^host: //p')
fetch() {
  cargo fetch --quiet --locked --target wasm32-unknown-unknown --target "$host" "$@"
}
fetch --offline 2>/dev/null || fetch ||
  stop "The crates that Cargo.lock names could not be fetched: check the network and run this again."
