#!/bin/sh
# Makes sure that a Firefox is here for the browser tests; installs Debian's if not. Where none can be had it says so, and
# the tests go on without it: most of them are in Chromium anyway.
set -eu
cd "$(dirname "$0")/.."

sh scripts/find-firefox.sh >/dev/null && exit 0
[ -z "${FIREFOX:-}" ] || exit 1

sh scripts/install-through-apt.sh firefox-esr Firefox "install it yourself or name it in the variable FIREFOX" ||
  echo "The tests in Firefox are left out." >&2
