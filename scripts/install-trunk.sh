#!/bin/sh
# Makes sure that Trunk is here in the version that Trunk.toml names; compiles it into .tools/ if not (several minutes).
set -eu
cd "$(dirname "$0")/.."

needed=$(sed -n 's/^trunk-version = "\(.*\)"/\1/p' Trunk.toml)
[ "$(trunk --version 2>/dev/null || true)" = "trunk $needed" ] && exit 0

echo "Installing Trunk $needed into .tools/ (once; it takes several minutes to compile)."
# Trunk's own settings ask for the fastest program, which takes twice as long to compile. It does little work here.
export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
CARGO_TARGET_DIR=target/tools cargo install --quiet --locked --root .tools trunk --version "$needed" \
  --no-default-features --features rustls || {
  echo "Trunk $needed could not be installed: check the network and run this again, or install it yourself with \`cargo install --locked trunk --version $needed\`." >&2
  exit 1
}
