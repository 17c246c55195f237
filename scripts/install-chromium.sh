#!/bin/sh
# Makes sure that a Chromium is here for the browser tests; installs Debian's through apt if not.
set -eu
cd "$(dirname "$0")/.."

sh scripts/find-chromium.sh >/dev/null && exit 0
[ -z "${CHROMIUM:-}" ] || exit 1

stop() {
  echo "$1" >&2
  exit 1
}

command -v apt-get >/dev/null 2>&1 ||
  stop "Chromium is missing and there is no apt here: install Chromium or Chrome and name it in the variable CHROMIUM."
if [ "$(id -u)" = 0 ]; then
  as_root() { "$@"; }
elif command -v sudo >/dev/null 2>&1; then
  as_root() { sudo "$@"; }
else
  stop "Chromium is missing and only root can install it: run \`apt-get install chromium\` as root."
fi

echo "Installing Chromium through apt, for the browser tests."
export DEBIAN_FRONTEND=noninteractive
as_root apt-get update -qq || stop "The package lists could not be updated: check the network and run this again."
as_root apt-get install -y -qq chromium >/dev/null ||
  stop "Chromium could not be installed: run \`apt-get install chromium\` to see why, or name a browser in the variable CHROMIUM."
