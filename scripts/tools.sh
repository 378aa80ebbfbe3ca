# Sourced by the scripts beside it: which tools the project needs in which versions,
# where they are kept, and how a script reports its progress.
#
# The tools live in a folder of the user's cache, outside of this clone, so that a
# second clone finds them ready; no file of the user's own tools is touched.
# shellcheck shell=bash disable=SC2034

rust_version=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
wasm_target=wasm32-unknown-unknown
trunk_version=0.21.14
# The command must be of the very version that the page is linked with.
wasm_bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
binaryen_version=132.0.0
geckodriver_version=0.37.1
axe_version=4.14.1
codespell_version=2.4.3
# Only scripts/measure asks for it; nothing else installs it.
lighthouse_version=12.8.2

tools="${XDG_CACHE_HOME:-$HOME/.cache}/mega-backdoor-roth-planner/tools"
trunk_home="$tools/trunk-$trunk_version"
wasm_bindgen_home="$tools/wasm-bindgen-cli-$wasm_bindgen_version"
binaryen_home="$tools/binaryen-$binaryen_version"
geckodriver_home="$tools/geckodriver-$geckodriver_version"
axe_home="$tools/axe-core-$axe_version"
codespell_home="$tools/codespell-$codespell_version"
lighthouse_home="$tools/lighthouse-$lighthouse_version"

PATH="$trunk_home/bin:$wasm_bindgen_home/bin:$binaryen_home/node_modules/.bin:$geckodriver_home/bin:$PATH"
# For the tests in the browser, which put it into the page.
AXE="$axe_home/node_modules/axe-core/axe.min.js"
# The compiler of rust-toolchain.toml, also where a variable asks for another one.
RUSTUP_TOOLCHAIN=$rust_version
# scripts/setup installs it, and says so; no other command does by the way.
RUSTUP_AUTO_INSTALL=0
# Elapsed time counts from the first script's start, also in the scripts it calls.
SCRIPT_STARTED=${SCRIPT_STARTED:-$(date +%s)}
export PATH AXE RUSTUP_TOOLCHAIN RUSTUP_AUTO_INSTALL SCRIPT_STARTED

# Has the compiler name the sources of packages without the folder of this user that they
# lie in: a panic's message carries the name, and the site is to be the same bytes on
# every machine. Called once the packages are there.
forget_folders() {
  local folder flags=()
  for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
    flags+=("--remap-path-prefix=${folder%/}=crates")
  done
  # This variable separates by a character that no folder's name has in it.
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf %s "${flags[*]}")
  export CARGO_ENCODED_RUSTFLAGS
}

say() {
  printf '[%4d s] %s\n' "$(($(date +%s) - SCRIPT_STARTED))" "$*"
}

fail() {
  say "FAILED: $*" >&2
  exit 1
}
