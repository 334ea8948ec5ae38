#!/usr/bin/env bash
# Judges a mapper on a build server:
#
#   judge.sh SUBJECT [OPTION...]     what `pagetck check` takes; --out is the folder `judged`
#
# The folder `judged` holds the results, to be kept as artefacts. Where a summary can be shown (GITHUB_STEP_SUMMARY), the
# verdict and the reports of the first findings are added to it. The exit status is that of the check.
set -uo pipefail

[ $# -gt 0 ] || {
  sed -n 's/^# \{0,1\}//p' "$0" | sed 1d >&2
  exit 2
}
suite=$(cd "$(dirname "$0")/../.." && pwd)
reports_max=5

mkdir -p judged
"$suite/pagetck" check "$@" --out judged --force 2> judged/progress.txt | tee judged/check.txt
status=${PIPESTATUS[0]}
[ -s judged/check.txt ] || cat judged/progress.txt >&2

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  {
    said=judged/check.txt
    [ -s "$said" ] || said=judged/progress.txt
    printf '### Page tables: %s\n\n' "$(tail -n 1 "$said")"
    shown=0
    for report in judged/findings/*/report.md; do
      [ -e "$report" ] || continue
      shown=$((shown + 1))
      [ "$shown" -le "$reports_max" ] || {
        printf '\nFurther reports are among the artefacts.\n'
        break
      }
      # Headings of a report stand below that of the summary.
      sed 's/^#/###&/' "$report"
    done
  } >> "$GITHUB_STEP_SUMMARY"
fi
exit "$status"
