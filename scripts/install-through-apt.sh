#!/bin/sh
# Installs one of Debian's packages through apt; where that cannot be done it says why, and fails.
# Use: install-through-apt.sh PACKAGE NAME OTHERWISE, which says what a person can do instead.
set -eu
package=$1
name=$2
otherwise=$3

stop() {
  echo "$name is missing and $1" >&2
  exit 1
}

command -v apt-get >/dev/null 2>&1 || stop "there is no apt here: $otherwise."
if [ "$(id -u)" = 0 ]; then
  as_root() { "$@"; }
elif command -v sudo >/dev/null 2>&1; then
  as_root() { sudo "$@"; }
else
  stop "only root can install it: run \`apt-get install $package\` as root, or $otherwise."
fi

echo "Installing $name through apt."
export DEBIAN_FRONTEND=noninteractive
as_root apt-get update -qq || stop "the package lists could not be updated: check the network and run this again."
as_root apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
  stop "could not be installed: run \`apt-get install $package\` to see why, or $otherwise."
