// What may stand in an option, as plain data: messages come from it, and later a JSON Schema.

import type { Noun } from './noun.ts'

export type Kind =
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'dnsLabel' }
  | { readonly kind: 'dnsName' }
  | { readonly kind: 'labelKey' }
  | { readonly kind: 'labelValue' }
  | { readonly kind: 'portName' }
  | { readonly kind: 'path' }
  | { readonly kind: 'cidr' }
  | { readonly kind: 'date' }
  | { readonly kind: 'kubernetes' }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'cpu' }
  | { readonly kind: 'size' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'quantity' }
  | { readonly kind: 'price' }
  | { readonly kind: 'work' }
  | { readonly kind: 'wage' }
  | { readonly kind: 'rate' }
  | { readonly kind: 'count'; readonly least: number; readonly most: number }
  | { readonly kind: 'oneOf'; readonly of: readonly string[] }
  | { readonly kind: 'durationRange' }
  | { readonly kind: 'span' }
  | { readonly kind: 'list'; readonly of: Kind; readonly least?: number; readonly isSet?: true }
  | { readonly kind: 'pair'; readonly of: Kind }
  | { readonly kind: 'map'; readonly keys: Kind; readonly of: Kind }
  | { readonly kind: 'record'; readonly fields: Fields; readonly says: string }
  | { readonly kind: 'either'; readonly of: readonly Kind[] }
  | { readonly kind: 'noun'; readonly of: readonly Noun[] }
  | { readonly kind: 'citation' }
  | { readonly kind: 'quotaKey' }
  | { readonly kind: 'anything' }
  | { readonly kind: 'manifest' }

export type Field = Kind & { readonly needed?: string }
export type Fields = { readonly [option: string]: Field }

/** Must be said; the reason stands in the message. */
export function need<K extends Kind>(kind: K, why: string): K & { readonly needed: string } {
  return { ...kind, needed: why }
}

export const text = { kind: 'text' } as const
export const flag = { kind: 'flag' } as const
export const dnsLabel = { kind: 'dnsLabel' } as const
export const dnsName = { kind: 'dnsName' } as const
export const labelKey = { kind: 'labelKey' } as const
export const labelValue = { kind: 'labelValue' } as const
export const portName = { kind: 'portName' } as const
export const path = { kind: 'path' } as const
export const cidr = { kind: 'cidr' } as const
export const date = { kind: 'date' } as const
export const schedule = { kind: 'schedule' } as const
export const cpu = { kind: 'cpu' } as const
export const size = { kind: 'size' } as const
export const duration = { kind: 'duration' } as const
export const accessMode = oneOf('ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany', 'ReadWriteMany')
export const cadence = either(duration, oneOf('hour', 'day', 'week', 'month', 'quarter', 'year'))
export const percent = { kind: 'percent' } as const
export const quantity = { kind: 'quantity' } as const
export const price = { kind: 'price' } as const
export const work = { kind: 'work' } as const
export const wage = { kind: 'wage' } as const
export const rate = { kind: 'rate' } as const
export const durationRange = { kind: 'durationRange' } as const
export const span = { kind: 'span' } as const
export const manifest = { kind: 'manifest' } as const
export const port = count(1, 65535)
export const stated = { kind: 'citation' } as const
export const purpose = oneOf(
  'production',
  'recovery',
  'validation',
  'staging',
  'test',
  'preview',
  'development',
  'shared',
)
export const cipher = oneOf('AES-128', 'AES-256', 'AES-256-CBC', 'AES-256-GCM', 'AES-256-XTS', 'ChaCha20-Poly1305')
/** The core group is `''`. */
export const apiGroup = either(oneOf('', '*'), dnsName)
export const labels = map(labelKey, labelValue)
export const regions = list(
  record("another region such as { region: 'eu-west-1', lag: '5m' }", {
    region: need(text, 'where the other one is'),
    lag: duration,
    takes: oneOf('reads', 'writes'),
    stated,
  }),
)

export function count(least: number, most: number = Number.MAX_SAFE_INTEGER) {
  return { kind: 'count', least, most } as const
}

export function oneOf(...of: readonly string[]) {
  return { kind: 'oneOf', of } as const
}

export function list(of: Kind, least = 0) {
  return { kind: 'list', of, least } as const
}

/** A list whose order says nothing: `make` gives it sorted, so that nothing can depend on how it was written. */
export function set(of: Kind, least = 0) {
  return { kind: 'list', of, least, isSet: true } as const
}

export function pair(of: Kind) {
  return { kind: 'pair', of } as const
}

export function map(keys: Kind, of: Kind) {
  return { kind: 'map', keys, of } as const
}

export function record(says: string, fields: Fields) {
  return { kind: 'record', says, fields } as const
}

export function either(...of: readonly Kind[]) {
  return { kind: 'either', of } as const
}

export function noun(...of: readonly Noun[]) {
  return { kind: 'noun', of } as const
}
