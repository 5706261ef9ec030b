// Names of a team replaced by neutral words, each everywhere alike; what Secrets hold and what stands before an @ in a URL goes.

import type { Manifest } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'

export interface Rename {
  readonly from: string
  readonly to: string
}

/** Manifests without what is secret in them by its place. */
export function withoutSecrets(manifests: readonly Manifest[]): readonly Manifest[] {
  return manifests.map((manifest) => {
    const whole = mapped(manifest, { text: (text) => text.replace(/\/\/[^/@\s]*@/g, '//') }) as Manifest
    if (manifest.kind !== 'Secret') return whole
    const emptied = (values: unknown) =>
      typeof values === 'object' && values !== null
        ? Object.fromEntries(Object.keys(values).map((key) => [key, '']))
        : undefined
    return {
      ...whole,
      ...(whole.data !== undefined && { data: emptied(whole.data) }),
      ...(whole.stringData !== undefined && { stringData: emptied(whole.stringData) }),
    }
  })
}

/** A neutral word for everything that a team may have named itself, the longest first. */
export function renamesOf(manifests: readonly Manifest[]): readonly Rename[] {
  const found = new Map<string, string>()
  for (const manifest of manifests) gather(manifest, [], manifest.kind, found)
  const counts = new Map<string, number>()
  const sorted = [...found].sort(([a], [b]) => b.length - a.length || byCodePoint(a, b))
  return sorted.map(([from, what]) => {
    const number = (counts.get(what) ?? 0) + 1
    counts.set(what, number)
    return {
      from,
      to:
        what === 'address'
          ? addressFor(from, number)
          : what === 'image'
            ? `example.test/image-${number}`
            : `${what}-${number}`,
    }
  })
}

function addressFor(from: string, number: number): string {
  return from.includes('/') ? '198.51.100.0/24' : `198.51.100.${number % 254}`
}

const named: ReadonlySet<string> = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'nodeSelector',
  'data',
  'stringData',
  'selector',
])

function gather(value: unknown, path: readonly string[], kind: string, found: Map<string, string>): void {
  if (typeof value === 'string') {
    const what = whatIs(value, path, kind)
    if (what !== undefined && !found.has(value)) found.set(value, what)
  } else if (typeof value === 'object' && value !== null) {
    const isNamed = named.has(path.at(-1) ?? '') && !Array.isArray(value)
    for (const [key, held] of Object.entries(value)) {
      if (isNamed && typeof held === 'string' && !isCommonKey(key) && !found.has(key)) found.set(key, 'key')
      gather(held, [...path, key], kind, found)
    }
  }
}

// `app` and the keys of Kubernetes itself tell nothing.
function isCommonKey(key: string): boolean {
  return (
    /(^|\.)(kubernetes|k8s)\.io\//.test(key) ||
    ['app', 'tier', 'zone', 'component', 'matchLabels', 'matchExpressions'].includes(key)
  )
}

function whatIs(text: string, path: readonly string[], kind: string): string | undefined {
  const [field = '', holder = ''] = [path.at(-1), path.at(-2)]
  if (text === '' || field === 'apiVersion' || field === 'kind' || field === 'apiGroup') return undefined
  if (field === 'image') return 'image'
  if (
    field === 'namespace' ||
    (kind === 'Namespace' && path.join('.') === 'metadata.name') ||
    field === 'kubernetes.io/metadata.name'
  )
    return 'namespace'
  if (path.join('.') === 'metadata.name') return kind.toLowerCase()
  if (/^(\d{1,3}\.){3}\d{1,3}(\/\d+)?$/.test(text)) return 'address'
  if (named.has(holder)) return 'value'
  // Words of the API, quantities, percentages, schedules and keys of Kubernetes itself stay.
  if (/^[A-Z][A-Za-z]*$|^[\d*@]|(^|\.)(kubernetes|k8s)\.io\b/.test(text)) return undefined
  return /^(host|hosts|dnsNames|url)$/.test(field) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text) ? 'host' : 'word'
}

/** A text with every name in it replaced; a name ends where no letter and no digit follows, and is no scheme of a URL. */
export function renamed(text: string, renames: readonly Rename[]): string {
  const to = new Map(renames.map((rename) => [rename.from, rename.to]))
  if (to.size === 0) return text
  const exact = to.get(text)
  if (exact !== undefined) return exact
  const words = renames.map(({ from }) => from.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}]|://|\\.(?:kubernetes|k8s)\\.io)`, 'gu'),
    (word) => to.get(word) ?? word,
  )
}

export function renamedManifests(manifests: readonly Manifest[], renames: readonly Rename[]): readonly Manifest[] {
  const said = new Map<string, string>()
  const text = (one: string) => {
    const known = said.get(one) ?? renamed(one, renames)
    said.set(one, known)
    return known
  }
  return manifests.map((manifest) => mapped(manifest, { text, key: text }) as Manifest)
}

interface Mapping {
  readonly text: (text: string) => string
  readonly key?: (key: string) => string
}

// Texts but those that say what an object is; keys only where people choose them.
function mapped(value: unknown, mapping: Mapping, field = ''): unknown {
  if (typeof value === 'string') return field === 'apiVersion' || field === 'kind' ? value : mapping.text(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => mapped(item, mapping, field))
  const { key } = mapping
  const entries = Object.entries(value).map(([name, held]) => {
    const isChosen = key !== undefined && named.has(field) && typeof held === 'string'
    return [isChosen ? key(name) : name, mapped(held, mapping, name)] as const
  })
  return Object.fromEntries(entries)
}
