// Where a thing of the estate comes from, read off the value that declared it.

import { atOf } from '../platform/at.ts'
import type { Component } from '../platform/component.ts'
import { originOf } from '../platform/derive.ts'
import type { Position, Stated } from '../platform/source.ts'
import type { Source } from './estate.ts'
import { given } from './given.ts'
import type { FieldPath } from './where/field-place.ts'
import { type Lines, withLines } from './where/lines.ts'

type Said = readonly (Stated | undefined)[]

/** The noun's place, and the document lines that say it: the most specific known first. */
export function sourceOf(value: object, ...stated: Said): Source {
  return given<Source>({ at: atOf(value)?.at, stated: stated.find((lines) => lines !== undefined) })
}

interface Spoken {
  readonly component: Component
  readonly lines: Lines
}

/** The place that said an option of a component: its own noun, or the `sized` that replaced the option. */
export function optionSource({ component, lines }: Spoken, option: string, ...stated: Said): Source {
  const origin = originOf(component, option)
  const source = sourceOf(origin, ...stated, statedOf(origin), statedOf(component.options))
  return withLines(source, (path) => optionLine({ component, lines }, [path]))
}

/** The line of the first of these options that is written where it was said. */
export function optionLine({ component, lines }: Spoken, paths: readonly FieldPath[]): Position | undefined {
  for (const path of paths) {
    const line = lines(originOf(component, String(path[0])), path)
    if (line) return line
  }
  return undefined
}

function statedOf(value: object): Stated | undefined {
  return 'stated' in value ? (value.stated as Stated | undefined) : undefined
}
