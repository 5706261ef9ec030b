// Where a field is written, for a row beside the line that decides.

import type { Source } from '../estate/estate.ts'

/** `values.yaml:23`: of the field, else of the thing; undefined where nobody wrote it in a file. */
export function writtenAt(source: Source, path: readonly (string | number)[] = []): string | undefined {
  const at = source.lineOf?.(path) ?? source.at
  return at && `${at.file}:${at.line}`
}
