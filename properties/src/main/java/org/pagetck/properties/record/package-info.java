/// What a run leaves behind as data: the files `summary.json`, `runs.jsonl`, `evidence.json` and
/// `trace.txt`, their record types, and the rules of the directory that holds them. Depends on the
/// model only.
@NullMarked
package org.pagetck.properties.record;

import org.jspecify.annotations.NullMarked;
