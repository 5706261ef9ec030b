import { combine } from '../combine.ts'
import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Shown, Written } from '../model.ts'
import { flag, manifest, need, noun, stated } from '../schema.ts'
import type { Stated } from '../source.ts'

export type ManifestOption = Written['manifest']

export const writtenSpec: NounSpec<{ manifest: ManifestOption; stated?: Stated }, Written> = {
  is: 'written',
  word: 'written',
  fields: { manifest: need(manifest, ''), stated },
  build: (_, options) => ({ is: 'written', ...options }),
}

/** A complete manifest that stands in a document: adopted as it is, in place of the derived object of that name. */
export function written(manifest: ManifestOption, stated?: Stated): Written {
  return make(writtenSpec, '', { manifest, stated })
}

export interface ShownOptions {
  readonly of: Component
  /** Shown as what somebody applies: what is missing in it is held against it. Default: an excerpt. */
  readonly whole?: boolean
  readonly stated?: Stated
}

export const shownSpec: NounSpec<ShownOptions & { manifest: ManifestOption }, Shown> = {
  is: 'shown',
  word: 'shown',
  fields: { manifest: need(manifest, ''), of: need(noun('component'), 'whose manifest it shows'), whole: flag, stated },
  build: (_, options) => ({ is: 'shown', ...options }),
}

/** A manifest that a document shows: judged for admission and compared with the derived object of its component, never merged. */
export function shown(manifest: ManifestOption, options: ShownOptions): Shown {
  return make(shownSpec, '', combine(options, { manifest }))
}
