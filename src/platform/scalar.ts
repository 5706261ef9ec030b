// Which single values fit a kind.

import { isSpan } from './calendar.ts'
import { perSecondOf, priceOf, wageOf, workHoursOf } from './money.ts'
import type { Kind } from './schema.ts'
import { bytesOf, milliCpuOf, percentOf, rangeSeconds, secondsOf } from './units.ts'

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const LABEL_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/
const CRON_FIELD = /^(\*|\d+(-\d+)?)(\/\d+)?(,(\*|\d+(-\d+)?)(\/\d+)?)*$/

/** Does the value fit? Kinds that hold other kinds are not asked here. */
export function fitsScalar(kind: Kind, value: unknown): boolean {
  switch (kind.kind) {
    case 'anything':
      return value !== undefined
    case 'flag':
      return typeof value === 'boolean'
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= kind.least && Number(value) <= kind.most
    case 'cpu':
      return milliCpuOf(value) !== undefined
    case 'size':
      return bytesOf(value) !== undefined
    case 'duration':
      return secondsOf(value) !== undefined
    case 'durationRange':
      return rangeSeconds(value) !== undefined
    case 'span':
      return isSpan(value)
    case 'price':
      return priceOf(value) !== undefined
    case 'percent':
      return percentOf(value) !== undefined
    case 'quantity':
      return isAmount(value) || milliCpuOf(value) !== undefined || bytesOf(value) !== undefined
    case 'citation':
      return isCitation(value)
    case 'manifest':
      return isManifest(value)
    default:
      return typeof value === 'string' && fitsText(kind, value)
  }
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER
}

function fitsText(kind: Kind, text: string): boolean {
  switch (kind.kind) {
    case 'text':
      return text.trim() !== ''
    case 'work':
      return workHoursOf(text) !== undefined
    case 'wage':
      return wageOf(text) !== undefined
    case 'rate':
      return perSecondOf(text) !== undefined
    case 'oneOf':
      return kind.of.includes(text)
    case 'dnsLabel':
      return text.length <= 63 && DNS_LABEL.test(text)
    case 'dnsName':
      return text.length <= 253 && text.split('.').every((label) => DNS_LABEL.test(label))
    case 'labelKey':
      return isLabelKey(text)
    case 'labelValue':
      return text === '' || (text.length <= 63 && LABEL_NAME.test(text))
    case 'portName':
      return text.length <= 15 && DNS_LABEL.test(text) && /[a-z]/.test(text) && !text.includes('--')
    case 'path':
      return text.startsWith('/')
    case 'cidr':
      return isBlock(text)
    case 'kubernetes':
      return /^1\.\d{1,3}(\.\d{1,3})?$/.test(text)
    case 'quotaKey':
      return isQuotaKey(text)
    case 'date':
      return isDate(text)
    case 'schedule':
      return isSchedule(text)
    default:
      return false
  }
}

// An address of either family with the length of its network; whether bits beyond it are set is the API server's matter.
function isBlock(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/')
  if (rest.length > 0 || !/^\d{1,3}$/.test(length)) return false
  if (address.includes(':')) return Number(length) <= 128 && /^[0-9a-f:]{2,39}$/i.test(address)
  const bytes = address.split('.')
  return (
    Number(length) <= 32 && bytes.length === 4 && bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) <= 255)
  )
}

const QUOTA_WORDS = [
  'cpu',
  'memory',
  'pods',
  'services',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'replicationcontrollers',
  'resourcequotas',
  'services.loadbalancers',
  'services.nodeports',
  'name',
  'stated',
]

function isQuotaKey(text: string): boolean {
  if (QUOTA_WORDS.includes(text)) return true
  return (
    /^(requests|limits)\.[a-z]/.test(text) ||
    /^count\/[a-z]/.test(text) ||
    text.includes('.storageclass.storage.k8s.io/')
  )
}

function isLabelKey(text: string): boolean {
  const [name = '', prefix, ...rest] = text.split('/').reverse()
  if (rest.length > 0 || name.length > 63 || !LABEL_NAME.test(name)) return false
  return prefix === undefined || (prefix.length <= 253 && prefix.split('.').every((label) => DNS_LABEL.test(label)))
}

/** A day that exists, `2027-02-29` does not. */
function isDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day >= 1 && day <= days
}

function isSchedule(text: string): boolean {
  const fields = text.split(' ')
  return fields.length === 5 && fields.every((field) => CRON_FIELD.test(field))
}

function isCitation(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { document, section, lines } = value as { document?: unknown; section?: unknown; lines?: unknown }
  if (typeof document !== 'string' || document === '' || typeof section !== 'string') return false
  return Array.isArray(lines) && lines.length > 0 && lines.every((line) => Number.isSafeInteger(line) && line >= 1)
}

function isManifest(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { apiVersion, kind, metadata } = value as { apiVersion?: unknown; kind?: unknown; metadata?: unknown }
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return false
  return typeof metadata === 'object' && metadata !== null && typeof Reflect.get(metadata, 'name') === 'string'
}
