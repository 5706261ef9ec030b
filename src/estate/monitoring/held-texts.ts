// Texts under the keys of a ConfigMap or a Secret that may be what Prometheus or Alertmanager reads.

import type { EstateObject } from '../estate.ts'
import { fieldsAt } from '../import/fields.ts'

export interface HeldText {
  readonly field: string
  readonly key: string
  readonly text: string
}

// At the beginning of a line, as YAML by hand has it: dashboards in JSON are not read.
const begins = /^(?:groups|scrape_configs|rule_files|receivers|route|alerting):/m

export function heldTexts({ manifest }: EstateObject): readonly HeldText[] {
  if (manifest.apiVersion !== 'v1') return []
  if (manifest.kind === 'ConfigMap') return textsUnder(manifest, 'data').filter(isMeant)
  if (manifest.kind !== 'Secret') return []
  const encoded = textsUnder(manifest, 'data').map((held) => ({ ...held, text: decoded(held.text) }))
  return [...encoded, ...textsUnder(manifest, 'stringData')].filter(isMeant)
}

function isMeant({ text }: HeldText): boolean {
  return begins.test(text)
}

function textsUnder(manifest: unknown, field: string): readonly HeldText[] {
  return Object.entries(fieldsAt(manifest, field)).flatMap(([key, text]) =>
    typeof text === 'string' && /\.(?:ya?ml|rules?)$/.test(key) ? [{ field, key, text }] : [],
  )
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
  } catch {
    return ''
  }
}
