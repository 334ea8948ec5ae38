#!/usr/bin/env bash
# Fetches the Unicorn CPU emulator, which real-MMU tests load by path, into properties/target/unicorn. What is there is kept.
# Unicorn is licensed under GPLv2: it is used in tests and by choice, and is no part of anything that is built here.
set -euo pipefail

version=2.1.4
module=$(cd "$(dirname "$0")/../.." && pwd)
folder=$module/target/unicorn
library=$folder/libunicorn.so.2

[ -f "$library" ] && exit 0

mkdir -p "$folder"
work=$(mktemp -d "$folder/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT

python3 -m pip download "unicorn==$version" --no-deps --only-binary :all: --quiet --disable-pip-version-check --dest "$work"
python3 -m zipfile -e "$work"/unicorn-*.whl "$work"
mv "$work/unicorn/lib/libunicorn.so.2" "$library"
