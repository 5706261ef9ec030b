import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Estate } from '../../src/estate/estate.ts'
import { lower } from '../../src/estate/lower.ts'
import type { Platform } from '../../src/platform/model.ts'
import { worldsOf } from '../../src/platform/worlds.ts'
import { asJson, isObject, type JsonObject, sameText } from '../json.ts'
import { CannotGoOn } from '../programs.ts'
import { samples } from './samples.ts'

const platforms = join(import.meta.dirname, '..', '..', 'platforms')

/** The estates of the reference platforms, in every world of their open choices. */
export async function referenceEstates(): Promise<readonly Estate[]> {
  const found = await referencePlatforms()
  return found.flatMap(({ platform }) => worldsOf(platform).worlds.flatMap((world) => lower(world.platform)))
}

/** The reference platforms, each as its document has it and amended. */
export async function referencePlatforms(): Promise<
  readonly { readonly platform: Platform; readonly isAmended: boolean }[]
> {
  const files = (await readdir(platforms).catch(() => [])).sort().flatMap((name) => {
    return ['as-written.ts', 'platform.ts']
      .map((file) => join(platforms, name, file))
      .filter((path) => existsSync(path))
  })
  return Promise.all(
    files.map(async (file) => ({ platform: await load(file), isAmended: file.endsWith('platform.ts') })),
  )
}

async function load(file: string): Promise<Platform> {
  try {
    return (await import(pathToFileURL(file).href)).default
  } catch (error) {
    const [first] = String(error).split('\n')
    throw new CannotGoOn(
      `${relative(platforms, file)} cannot be read: ${first}`,
      'correct it, or leave it out: npm run oracle -- --only values',
    )
  }
}

/** Every object that is asked as it is, each once: of every kind, and all that the reference platforms come to or show. */
export function corpusOf(estates: readonly Estate[]): readonly JsonObject[] {
  const lowered = estates.flatMap(({ objects, shown }) => [...objects, ...shown].map(({ manifest }) => manifest))
  const all = [...samples(), ...lowered].map((manifest) => asJson(manifest) as JsonObject)
  return [...new Map(all.map((manifest) => [sameText(manifest), manifest])).values()]
}

export function namespacesOf(objects: readonly JsonObject[]): readonly string[] {
  const named = objects.map(({ metadata }) => (isObject(metadata) ? metadata.namespace : undefined))
  return [...new Set(['default', ...named.filter((name) => typeof name === 'string')])].sort()
}
