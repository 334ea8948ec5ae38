#!/usr/bin/env bash
# Builds the native parts into a folder, as far as the tools for them are there:
#
#   build.sh OUT         the sample mapper as a library and as a program, the faulty ones and the door's subjects, the adapters of the x86_64 crate, of
#                        the same crate in 2019, of the crate page_table_multiarch and of gVisor's page tables
#   build.sh OUT check   the same, then their tests
#
# With a third word, `ahead`, it is a build that another will repeat: it does nothing where the two could disturb each other.
# A missing tool is a warning, or with CI=true an error. What is up to date is not built again. One build waits for another
# of the same folder.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
mode=${2:-build}
oldest_rust=1.82
if command -v flock > /dev/null 2>&1; then
  exec 9> "$out/build.lock"
  flock 9
elif [ "${3:-}" = ahead ]; then
  exit 0
fi

has() { command -v "$1" > /dev/null 2>&1; }

skip() {
  if [ "${CI:-}" = true ]; then
    echo "[ERROR] native: $1" >&2
    exit 1
  fi
  echo "[WARNING] native: $1. Not built: $2"
}

build_c() {
  local targets=(sample process faults)
  [ "$mode" = check ] && targets+=(check)
  local warnings='-Wall -Wextra -pedantic'
  [ "${CI:-}" = true ] && warnings+=' -Werror'
  # Relative, because make splits paths at spaces.
  local beside="${here%/src/native}"
  make --silent --no-print-directory -C "$here" OUT="${out/#"$beside"/../..}" WARNINGS="$warnings" "${targets[@]}"
}

# Puts a library in place in one step, so that a process that has the old one loaded keeps it.
publish() {
  cmp -s "$1" "$2" && return
  cp "$1" "$2.new"
  mv "$2.new" "$2"
}

build_rust() {
  build_crate x86_64-crate x86_64_mapped x86_64_offset
  build_crate x86_64-0.7 x86_64_2019
  if rust_is_at_least 1.85; then
    build_crate page-table-multiarch page_table_multiarch
  else
    skip "$(rustc --version) is older than 1.85" 'the adapter of page_table_multiarch'
  fi
  if [ "$mode" = check ]; then
    check_rust
  fi
}

# Builds the project of the first argument and publishes the libraries that the others name.
build_crate() {
  local project="$here/$1" target="$out/cargo" name
  shift
  if ! cargo fetch --quiet --manifest-path "$project/Cargo.toml"; then
    skip "cargo cannot fetch what ${project##*/} needs" "its adapters ($*)"
    return
  fi
  cargo build --quiet --release --manifest-path "$project/Cargo.toml" --target-dir "$target"
  for name in "$@"; do
    publish "$target/release/lib$name.so" "$out/lib$name.so"
  done
}

# Builds the adapter in Go. What it calls comes from the Go registry, and is checked against go.sum.
build_go() {
  local project="$here/gvisor" library="$out/libgvisor_pagetables.so"
  if [ -e "$library" ] && [ -z "$(find "$project" "$here/include" -type f -newer "$library")" ]; then
    return
  fi
  if ! (cd "$project" && GOFLAGS=-mod=readonly go mod download); then
    skip "go cannot fetch gVisor's page tables" 'their adapter'
    return
  fi
  (cd "$project" && CGO_ENABLED=1 GOFLAGS=-mod=readonly go build -buildmode=c-shared -trimpath -buildvcs=false -o "$out/gvisor.so" .)
  publish "$out/gvisor.so" "$library"
  touch "$library"
}

check_rust() {
  local passed="$out/check-rust.passed" name
  if [ -e "$passed" ] && [ -z "$(find "$here/rust" "$here/x86_64-crate" "$here/test" -type f -newer "$passed")" ]; then
    return
  fi
  cargo test --quiet --manifest-path "$here/rust/Cargo.toml" --target-dir "$out/cargo"
  if [ -x "$out/driver" ]; then
    for name in mapped offset; do
      if [ -e "$out/libx86_64_$name.so" ]; then
        "$out/driver" "$out/libx86_64_$name.so"
      fi
    done
  fi
  touch "$passed"
}

rust_is_at_least() {
  local version
  version=$(rustc --version | cut -d' ' -f2)
  [ "$(printf '%s\n' "$1" "$version" | sort -V | head -n 1)" = "$1" ]
}

c_compiler=${CC:-cc}
if ! has "${c_compiler%% *}" || ! has make; then
  skip "no C compiler (${c_compiler%% *}) or no make on the PATH" 'the sample mapper in C, the faulty ones'
else
  build_c
fi
if ! has cargo || ! has rustc; then
  skip 'no cargo on the PATH' 'the adapters of crates'
elif ! rust_is_at_least "$oldest_rust"; then
  skip "$(rustc --version) is older than $oldest_rust" 'the adapters of crates'
else
  build_rust
fi
if ! has go; then
  skip 'no go on the PATH' "the adapter of gVisor's page tables"
else
  build_go
fi
