// One entry of a first promises file, before it is text.

import type { Source } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'

export interface Entry {
  readonly of: 'facts' | 'promises'
  /** What it was guessed from, with file and line; one a line. */
  readonly from: readonly string[]
  /** What no file shows and somebody has to say: then it stands there commented out. */
  readonly asks?: string
  /** In the order in which they are read. */
  readonly fields: readonly Field[]
}

export interface Field {
  readonly name: string
  readonly value: Value
  readonly note?: string
  /** What no file shows: commented out, with the note that asks for it. */
  readonly isOpen?: true
}

export type Value = string | readonly Item[] | readonly Field[]

/** One of a list. */
export interface Item {
  readonly item: string
  /** The workload that it stands for, where a verdict names it. */
  readonly workload?: Ref
  readonly note?: string
}

export function field(name: string, value: Value, note?: string): Field {
  return { name, value, ...(note !== undefined && { note }) }
}

/** A field that somebody has to say, with a value that shows its form. */
export function openField(name: string, value: string, asks: string): Field {
  return { name, value, note: asks, isOpen: true }
}

export type LineOf = (source: Source, path?: readonly (string | number)[]) => string

/** `shop/db.yaml:12`, as seen from the folder that was read; of a field, its own line. */
export function linesFrom(fileFrom: (file: string) => string): LineOf {
  return ({ at, lineOf: find }, path = []) => {
    const place = find?.(path) ?? at
    return place ? `${fileFrom(place.file)}:${place.line}` : 'what is deployed'
  }
}

/** `CronJob shop/dump`. */
export function sayRef(ref: Ref): string {
  const [kind = '', namespace = '', name = ''] = ref.split('/')
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}

/** The longest unit that says it in a whole number: `90m`, `25h`. */
export function durationText(seconds: number): string {
  const [unit = 's', length = 1] =
    (
      [
        ['d', 86_400],
        ['h', 3600],
        ['m', 60],
      ] as const
    ).find(([, each]) => seconds % each === 0 && seconds >= 2 * each) ?? []
  return seconds === 3600 ? '1h' : `${Math.ceil(seconds / length)}${unit}`
}
