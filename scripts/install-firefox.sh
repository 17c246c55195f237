#!/bin/sh
# Makes sure that a Firefox is here for the browser tests; installs Debian's through apt if not. Where none can be had it
# says so, and the tests go on without it: most of them are in Chromium anyway.
set -eu
cd "$(dirname "$0")/.."

sh scripts/find-firefox.sh >/dev/null && exit 0
[ -z "${FIREFOX:-}" ] || exit 1

go_on_without() {
  echo "$1 The tests in Firefox are left out." >&2
  exit 0
}

command -v apt-get >/dev/null 2>&1 ||
  go_on_without "Firefox is missing and there is no apt here: install it, or name it in the variable FIREFOX."
if [ "$(id -u)" = 0 ]; then
  as_root() { "$@"; }
elif command -v sudo >/dev/null 2>&1; then
  as_root() { sudo "$@"; }
else
  go_on_without "Firefox is missing and only root can install it: run \`apt-get install firefox-esr\` as root."
fi

echo "Installing Firefox through apt, for the browser tests."
export DEBIAN_FRONTEND=noninteractive
as_root apt-get update -qq ||
  go_on_without "Firefox is missing and the package lists could not be updated: check the network."
as_root apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null ||
  go_on_without "Firefox could not be installed: run \`apt-get install firefox-esr\` to see why."
