#!/bin/sh
# Prints the path of the Chromium or Chrome that the browser tests use: $CHROMIUM, or the first one found on PATH.
set -eu

if [ -n "${CHROMIUM:-}" ]; then
  command -v "$CHROMIUM" && exit 0
  echo "There is no browser at CHROMIUM=$CHROMIUM: give it the path of a Chromium or Chrome." >&2
  exit 1
fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" && exit 0
done
exit 1
