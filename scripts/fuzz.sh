#!/bin/sh
# Compiles the fuzz targets with LLVM's coverage counters, which stable Rust has too, and runs one of them or all.
# Use: fuzz.sh TARGET RUNS, with TARGET one of verdict, explore, link, edits or all.
#
# What libFuzzer finds new goes to target/fuzz/corpus/TARGET, what it breaks with to target/fuzz/found/TARGET; the corpus
# in fuzz/corpus is what `fuzz.sh keep TARGET` has chosen from there.
set -eu
cd "$(dirname "$0")/.."

target=$1
runs=${2:-1000}
host=$(rustc -vV | sed -n 's/^host: //p')

# As cargo-fuzz sets them, without a sanitizer: those need a nightly compiler, and there is no unsafe code here.
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-sanitizer-coverage-stack-depth"
# For a named target, so that build scripts and macros are compiled without counters.
CARGO_TARGET_DIR=target/fuzz/build cargo build --quiet --release --manifest-path fuzz/Cargo.toml --target "$host"

# Seeds that need not be kept twice.
seeds() {
  case $1 in
  link) ;;
  *) echo "static/scenarios tests/conformance/facts tests/conformance/programs" ;;
  esac
}

# A minute and a half of a gigabyte of code is a bug too: the limits are for one input.
fuzz() {
  name=$1
  shift
  mkdir -p "target/fuzz/corpus/$name" "target/fuzz/found/$name" "fuzz/corpus/$name"
  # shellcheck disable=SC2046
  "target/fuzz/build/$host/release/$name" -artifact_prefix="target/fuzz/found/$name/" -dict=fuzz/python.dict \
    -max_len=4096 -timeout=20 -rss_limit_mb=1024 -malloc_limit_mb=256 -print_final_stats=1 -reload=0 "$@" \
    "target/fuzz/corpus/$name" "fuzz/corpus/$name" $(seeds "$name")
}

for name in verdict explore link edits; do
  case $target in
  all | "$name") fuzz "$name" -runs="$runs" ;;
  esac
done
