// A snapshot that may be shown to others: names, sizes, selectors and ports stay; what was typed in freely goes.

import type { Fields } from '../../estate/import/fields.ts'

const REDACTED = '(redacted)'

/** What redaction takes out, for the head of the file. */
export const takenOut =
  'values of env, command and args, annotations, hosts, addresses, URLs, and the registries of images that are not public'

/** The object with free text taken out, wherever it stands. */
export function redacted(object: Fields): Fields {
  return fieldsOf(object, [])
}

type Path = readonly string[]

function fieldsOf(fields: Fields, path: Path): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const at = [...path, key]
      const kept = dropped(at) ? undefined : redactedValue(value, at)
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}

function redactedValue(value: unknown, path: Path): unknown {
  if (Array.isArray(value)) return isFreeList(path) ? [REDACTED] : value.map((item) => redactedValue(item, path))
  if (typeof value === 'object' && value !== null) return fieldsOf(value as Fields, path)
  return typeof value === 'string' ? textOf(value, path) : value
}

function isFreeList(path: Path): boolean {
  const last = path.at(-1) ?? ''
  // That a Service without a selector has addresses decides; which ones they are does not.
  return ['command', 'args'].includes(last) || (last === 'addresses' && path[0] === 'endpoints')
}

const addresses: ReadonlySet<string> = new Set([
  'externalIPs',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'podIP',
  'podIPs',
  'hostIP',
  'addresses',
  'hostAliases',
])

function dropped(path: Path): boolean {
  return addresses.has(path.at(-1) ?? '') && path[0] === 'spec'
}

// Annotations that Kubernetes itself acts on.
const actedOn = /(^|\.)(kubernetes\.io|k8s\.io)\//

function textOf(text: string, path: Path): string {
  const [last = '', above = ''] = [path.at(-1), path.at(-2)]
  if (above === 'annotations') return actedOn.test(last) && !text.includes('://') ? text : REDACTED
  if (last === 'value' && above === 'env') return REDACTED
  if (last === 'caBundle') return REDACTED
  if (last === 'image') return imageOf(text)
  if (last === 'host' || last === 'hostnames' || last === 'externalName' || last === 'hosts') return 'redacted.invalid'
  return text.includes('://') ? REDACTED : text
}

const publicRegistries: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'quay.io',
  'ghcr.io',
  'gcr.io',
  'registry.k8s.io',
  'k8s.gcr.io',
  'public.ecr.aws',
  'mcr.microsoft.com',
])

function imageOf(image: string): string {
  const [host = '', ...path] = image.split('/')
  const isHost = path.length > 0 && (/[.:]/.test(host) || host === 'localhost')
  return !isHost || publicRegistries.has(host) ? image : `redacted.invalid/${path.at(-1)}`
}
