#!/bin/sh
# Looks at what the project depends on: known weaknesses, licences, where it comes from. Both lists of weaknesses are
# fetched anew each time, so without a network it says so and fails: nothing was looked at then.
set -eu
cd "$(dirname "$0")/.."

# Pinned, as all tools are; compiled into .tools/ if it is not here (some minutes).
needed=0.20.2
if [ "$(cargo-deny --version 2>/dev/null || true)" != "cargo-deny $needed" ]; then
  echo "Installing cargo-deny $needed into .tools/ (once; it takes a few minutes to compile)."
  export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
  CARGO_TARGET_DIR=target/tools cargo install --quiet --locked --root .tools cargo-deny --version "$needed" || {
    echo "cargo-deny $needed could not be installed: check the network and run this again." >&2
    exit 1
  }
fi

failed=0
# What needs no network, for the page and for the fuzz targets.
for manifest in Cargo.toml fuzz/Cargo.toml; do
  cargo-deny --manifest-path "$manifest" --locked check --config "$PWD/deny.toml" --hide-inclusion-graph licenses bans sources || failed=1
done
cargo-deny --locked check --hide-inclusion-graph advisories || {
  echo "The crates were not found to be free of known weaknesses: see above; without a network nothing could be looked up." >&2
  failed=1
}
npm audit --package-lock-only || {
  echo "The npm packages were not found to be free of known weaknesses: see above; without a network nothing could be looked up." >&2
  failed=1
}
exit "$failed"
