import { combine } from '../combine.ts'
import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Shown, Written } from '../model.ts'
import { manifest, need, noun, stated } from '../schema.ts'
import type { Stated } from '../source.ts'

export type ManifestOption = Written['manifest']

const writtenSpec: NounSpec<{ manifest: ManifestOption; stated?: Stated }, Written> = {
  is: 'written',
  word: 'written',
  fields: { manifest: need(manifest, ''), stated },
  build: (_, options) => ({ is: 'written', ...options }),
}

/** A complete manifest that stands in a document: adopted as it is, in place of the derived object of that name. */
export function written(manifest: ManifestOption, stated?: Stated): Written {
  return make(writtenSpec, '', { manifest, stated })
}

const shownSpec: NounSpec<{ manifest: ManifestOption; of: Component; stated?: Stated }, Shown> = {
  is: 'shown',
  word: 'shown',
  fields: { manifest: need(manifest, ''), of: need(noun('component'), 'whose manifest it shows'), stated },
  build: (_, options) => ({ is: 'shown', ...options }),
}

/** An excerpt of a manifest: judged for admission and compared with the derived object of its component, never merged. */
export function shown(manifest: ManifestOption, options: { readonly of: Component; readonly stated?: Stated }): Shown {
  return make(shownSpec, '', combine(options, { manifest }))
}
