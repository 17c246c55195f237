#!/bin/sh
# Makes sure that a Chromium is here for the browser tests; installs Debian's if not.
set -eu
cd "$(dirname "$0")/.."

sh scripts/find-chromium.sh >/dev/null && exit 0
[ -z "${CHROMIUM:-}" ] || exit 1

sh scripts/install-through-apt.sh chromium Chromium "install Chromium or Chrome and name it in the variable CHROMIUM"
