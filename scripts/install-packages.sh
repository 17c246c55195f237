#!/bin/sh
# Makes sure that the npm packages of package-lock.json are in node_modules/: CodeMirror, esbuild, wasm-opt, Playwright.
set -eu
cd "$(dirname "$0")/.."

stop() {
  echo "$1" >&2
  exit 1
}

command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
  stop "Node is missing: install Node 20 or newer with npm, from https://nodejs.org or with \`apt-get install nodejs npm\`."
[ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -ge 20 ] ||
  stop "Node $(node --version) is too old, 20 or newer is needed: get it from https://nodejs.org."

# The copy of the lock file says what was installed, so that a second run needs neither time nor network.
cmp -s package-lock.json node_modules/installed-lock.json && exit 0

echo "Installing the npm packages."
npm ci --loglevel=error || stop "The npm packages could not be installed: check the network and run this again."
cp package-lock.json node_modules/installed-lock.json
