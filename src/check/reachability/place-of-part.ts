import type { Position } from '../../platform/source.ts'
import type { Part } from '../define.ts'

/** The line that decides a part, where it is known. */
export function placeOfPart({ at }: Part): Position | undefined {
  return (at?.path && at.source.lineOf?.(at.path)) ?? at?.source.at
}
