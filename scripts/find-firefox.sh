#!/bin/sh
# Prints the path of the Firefox that the browser tests use: $FIREFOX, or the first one found on PATH.
set -eu

if [ -n "${FIREFOX:-}" ]; then
  command -v "$FIREFOX" && exit 0
  echo "There is no browser at FIREFOX=$FIREFOX: give it the path of a Firefox." >&2
  exit 1
fi
for name in firefox-esr firefox; do
  command -v "$name" && exit 0
done
exit 1
