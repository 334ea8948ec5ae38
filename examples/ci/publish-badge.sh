#!/usr/bin/env bash
# Puts a badge on a branch of its own, which holds nothing else:
#
#   publish-badge.sh FILE [BRANCH [REMOTE]]     `badges` and `origin` if left out
#
# Run it in a clone that may push. The badge is then found at the branch, under the file's name.
set -euo pipefail

[ $# -gt 0 ] && [ -f "$1" ] || {
  echo 'publish-badge.sh: FILE has to be a badge, such as judged/badge.svg' >&2
  exit 2
}
file=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
branch=${2:-badges}
remote=${3:-origin}

# A branch that somebody else fills is not ours to replace.
if git fetch --quiet --depth=1 "$remote" "refs/heads/$branch" 2> /dev/null; then
  others=$(git ls-tree -r --name-only FETCH_HEAD | grep --invert-match --line-regexp --fixed-strings "$(basename "$file")" || true)
  if [ -n "$others" ]; then
    echo "publish-badge.sh: the branch $branch holds more than the badge ($(echo "$others" | head -n 1)); name another" >&2
    exit 1
  fi
fi

blob=$(git hash-object -w "$file")
tree=$(printf '100644 blob %s\t%s\n' "$blob" "$(basename "$file")" | git mktree)
identity=(-c user.name=pagetck -c user.email=pagetck@localhost)
# Without a parent: a badge needs no history, and a branch that only grows would be cloned with it.
commit=$(git "${identity[@]}" commit-tree "$tree" -m 'The badge of the last run')
git push --quiet --force "$remote" "$commit:refs/heads/$branch"
