// Ways of saying one thing of a platform differently, for its corrections: by noun and name, by kind of promise, by
// manifest.

import { amend } from '../../src/platform/amend.ts'
import type { Platform } from '../../src/platform/model.ts'
import type { Noun } from '../../src/platform/noun.ts'

export type Correction = (platform: Platform) => Platform
export type Options = { readonly [option: string]: unknown }
type Edit = (options: Options) => Options

/** All of them, one after the other. */
export function corrected(platform: Platform, corrections: readonly Correction[]): Platform {
  return corrections.reduce((before, correct) => correct(before), platform)
}

/** What every noun of these names is given, said differently. */
export function change(is: Noun, names: readonly string[], edit: Edit): Correction {
  return (platform) =>
    amend(platform, (value, options) => {
      const noun = value as { readonly is?: string; readonly name?: string }
      return noun.is === is && names.includes(noun.name ?? '') ? edit(options) : undefined
    })
}

/** The same options of components; those that an environment sizes for itself stay. */
export function components(names: readonly string[], edit: Edit): Correction {
  return change('component', names, edit)
}

/** Promises of a kind; an edit that gives back what it got leaves the promise as it is. */
export function promises(kind: string, edit: Edit): Correction {
  return (platform) =>
    amend(platform, (value, options) => {
      const made = value as { readonly is?: string; readonly kind?: string }
      return made.is === 'promise' && made.kind === kind ? edit(options) : undefined
    })
}

/** The fields of an adopted (`written`) or excerpted (`shown`) manifest of a kind, of any name or of one; `beside` says options of
 *  the noun itself. */
export function manifests(
  is: 'written' | 'shown',
  kind: string,
  name: string | undefined,
  edit: Edit,
  beside: Options = {},
): Correction {
  return (platform) =>
    amend(platform, (value, options) => {
      if ((value as { readonly is?: string }).is !== is) return undefined
      const manifest = options.manifest as Options & { readonly metadata: { readonly name: string } }
      if (manifest.kind !== kind || (name !== undefined && manifest.metadata.name !== name)) return undefined
      return { ...options, manifest: edit(manifest), ...beside }
    })
}

/** What is a record of options; nothing else is asked of it. */
export function held(value: unknown): Options {
  return (value ?? {}) as Options
}

export function listed(value: unknown): readonly Options[] {
  return (value ?? []) as readonly Options[]
}

/** The same plain data with one key called differently, however deep. */
export function renamed(value: unknown, was: string, is: string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, was, is))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key === was ? is : key, renamed(item, was, is)]),
  )
}
