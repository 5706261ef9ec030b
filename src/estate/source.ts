// Where a thing of the estate comes from, read off the value that declared it.

import { atOf } from '../platform/at.ts'
import type { Component } from '../platform/component.ts'
import { originOf } from '../platform/derive.ts'
import type { FieldPath } from '../platform/field/field-line.ts'
import type { Position, Stated } from '../platform/source.ts'
import type { Source } from './estate.ts'
import { given } from './given.ts'
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
  const source = sourceOf(
    origin,
    ...stated,
    citedOption(component, option),
    statedOf(origin),
    statedOf(component.options),
  )
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

/** The document lines of the first of these options that cites lines of its own. */
export function optionCited(component: Component, paths: readonly FieldPath[]): Stated | undefined {
  return paths.map(([option]) => citedOption(component, String(option))).find((stated) => stated !== undefined)
}

// What an environment's `sized` says in place of the component counts there, and so do its lines.
function citedOption(component: Component, option: string): Stated | undefined {
  const origin = originOf(component, option)
  const own = component.options[option]
  const inner = typeof own === 'object' && own !== null ? statedOf(own) : undefined
  if (origin !== component) return inner ?? statedOf(origin)
  const cites = component.options.cites as { readonly [option: string]: Stated } | undefined
  return inner ?? (cites && Object.hasOwn(cites, option) ? cites[option] : undefined)
}

function statedOf(value: object): Stated | undefined {
  return 'stated' in value ? (value.stated as Stated | undefined) : undefined
}
