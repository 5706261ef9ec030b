// Where a thing of the estate comes from, read off the value that declared it.

import { atOf } from '../platform/at.ts'
import type { Component } from '../platform/component.ts'
import { originOf } from '../platform/derive.ts'
import type { Stated } from '../platform/source.ts'
import type { Source } from './estate.ts'
import { given } from './given.ts'

type Said = readonly (Stated | undefined)[]

/** The noun's place, and the document lines that say it: the most specific known first. */
export function sourceOf(value: object, ...stated: Said): Source {
  return given<Source>({ at: atOf(value)?.at, stated: stated.find((lines) => lines !== undefined) })
}

/** The place that said an option of a component: its own noun, or the `sized` that replaced the option. */
export function optionSource(component: Component, option: string, ...stated: Said): Source {
  const origin = originOf(component, option)
  return sourceOf(origin, ...stated, statedOf(origin), statedOf(component.options))
}

function statedOf(value: object): Stated | undefined {
  return 'stated' in value ? (value.stated as Stated | undefined) : undefined
}
