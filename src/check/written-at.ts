// Where a field is written, for a row beside the line that decides.

import type { Source } from '../estate/estate.ts'

/**
 * `values.yaml:23`: of the field, else of the thing; undefined where nobody wrote it in a file. A path from the root of a
 * disk is no part of a sentence: of such a file its own name is told.
 */
export function writtenAt(source: Source, path: readonly (string | number)[] = []): string | undefined {
  const at = source.lineOf?.(path) ?? source.at
  return at && `${isFromRoot(at.file) ? at.file.replace(/^.*[/\\]/, '') : at.file}:${at.line}`
}

function isFromRoot(file: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:[/\\])/.test(file)
}
