#!/usr/bin/env bash
# Builds the native parts into a folder, as far as the tools for them are there:
#
#   build.sh OUT         the sample mapper as a library and as a program, the faulty ones and the door's subjects, the adapters of the x86_64 crate and
#                        of the same crate in 2019
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
  build_crate x86_64-crate mapped offset
  build_crate x86_64-0.7 2019
  if [ "$mode" = check ]; then
    check_rust
  fi
}

# Builds the project of the first argument and publishes the libraries that the others name.
build_crate() {
  local project="$here/$1" target="$out/cargo" name
  shift
  if ! cargo fetch --quiet --manifest-path "$project/Cargo.toml"; then
    skip 'cargo cannot fetch the x86_64 crate' "its adapters ($*)"
    return
  fi
  cargo build --quiet --release --manifest-path "$project/Cargo.toml" --target-dir "$target"
  for name in "$@"; do
    publish "$target/release/libx86_64_$name.so" "$out/libx86_64_$name.so"
  done
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

rust_is_new_enough() {
  local version
  version=$(rustc --version | cut -d' ' -f2)
  [ "$(printf '%s\n' "$oldest_rust" "$version" | sort -V | head -n 1)" = "$oldest_rust" ]
}

c_compiler=${CC:-cc}
if ! has "${c_compiler%% *}" || ! has make; then
  skip "no C compiler (${c_compiler%% *}) or no make on the PATH" 'the sample mapper in C, the faulty ones'
else
  build_c
fi
if ! has cargo || ! has rustc; then
  skip 'no cargo on the PATH' 'the adapters of the x86_64 crate'
elif ! rust_is_new_enough; then
  skip "$(rustc --version) is older than $oldest_rust" 'the adapters of the x86_64 crate'
else
  build_rust
fi
