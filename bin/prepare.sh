# Read by the programs beside it: goes to the checkout, installs what is missing there, and sets $node.

cd "$(dirname "$0")/.." || exit 1

fail() {
  echo "$*" >&2
  exit 1
}

# The stamp holds the checksum of the lock that was installed. A linked node_modules is somebody else's to fill.
installed() {
  [ -L node_modules ] || [ "$(cat node_modules/.splot-lock 2>/dev/null)" = "$(cksum <package-lock.json)" ]
}

install_packages() {
  command -v node >/dev/null && command -v npm >/dev/null || fail 'Splot needs Node 20 or newer with npm: https://nodejs.org'
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' ||
    fail "Splot needs Node 20 or newer to install itself; this is $(node --version)."
  echo 'Installing packages (only after a change; about a minute) …' >&2
  npm ci --include=dev --no-audit --no-fund --loglevel=error >&2 || fail 'npm ci failed; what it said stands above.'
  cksum <package-lock.json >node_modules/.splot-lock
}

installed || install_packages
node="$PWD/node_modules/.bin/node"
[ -x "$node" ] || fail "There is no Node 26 for this machine ($(uname -sm)) among the packages. Run npm ci again."
PATH="$PWD/node_modules/.bin:$PATH"
export PATH

# Becomes Node, with the settings of .env where there is one. Room for young objects: drawing a page makes many, and
# with more of it a page takes a fifth less time.
run() {
  if [ -f .env ]; then exec "$node" --max-semi-space-size=32 --env-file=.env "$@"; fi
  exec "$node" --max-semi-space-size=32 "$@"
}

# run_bundled FILE WORDS…: becomes the bundled program where dist was built from these very sources; else says so.
run_bundled() {
  bundle="dist/$1"
  shift
  [ -f "$bundle" ] || return 0
  if [ "$(cat dist/sources 2>/dev/null)" = "$(sh bin/sources.sh)" ]; then run --enable-source-maps "$bundle" "$@"; fi
  echo 'The bundle in dist is of other sources, so these run as they are. npm run build makes it anew.' >&2
}
