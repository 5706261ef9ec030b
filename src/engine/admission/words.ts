// A refusal in words: the place first, then what is wrong with it. The only place where the sentences are.
import { formatQuantity, type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Origin } from '../pods/container-defaults.ts'
import type { AboveLimit, BeyondBound, Fault, Path, QuotaFault, Refusal } from './refusal.ts'

/** `spec.template.spec.containers[0].image: is missing`. */
export function sayRefusal({ field, fault }: Refusal): string {
  return field === '' ? sayFault(fault) : `${field} ${sayFault(fault)}`
}

export function sayFault(fault: Fault): string {
  switch (fault.is) {
    case 'unknown':
      return `is no field of ${fault.of}${fault.belongs === undefined ? '' : `: it belongs to ${fault.belongs}`}`
    case 'type':
      return `wants ${fault.wants}, and there is ${fault.found}`
    case 'version':
      return `${fault.found} has no ${fault.kind}: it is served as ${fault.served.join(', ')}`
    case 'required':
      return `is missing${fault.why === undefined ? '' : `: ${fault.why}`}`
    case 'duplicate':
      return `${fault.value} stands there twice`
    case 'notOneOf':
      return `${quoted(fault.value)} is none of ${fault.allowed.map((value) => (value === '' ? 'nothing' : value)).join(', ')}`
    case 'invalid':
      return fault.value === '' ? fault.why : `${quoted(fault.value)} ${fault.why}`
    case 'forbidden':
      return `may not be set: ${fault.why}`
    case 'absent':
      return `names the ${fault.what} ${quoted(fault.name)}, and there is ${fault.present.length === 0 ? 'none' : `only ${fault.present.join(', ')}`}`
    case 'mismatch':
      return `are ${fault.labels}, and the selector ${fault.selector} does not take them`
    case 'aboveLimit':
      return sayAboveLimit(fault)
    case 'beyondBound':
      return sayBeyondBound(fault)
    default:
      return sayQuotaFault(fault)
  }
}

function sayAboveLimit({ resource, container, request, limit, requestFrom, limitFrom }: AboveLimit): string {
  const whose = container === undefined ? '' : `container ${container}: `
  const asks = `${resource} request ${amount(resource, request)}${sayOrigin(requestFrom)}`
  return `${whose}${asks} is above the limit ${amount(resource, limit)}${sayOrigin(limitFrom)}`
}

function sayBeyondBound(fault: BeyondBound): string {
  const { bound, container, resource, what, found, from, allowed, of, range, rangePath } = fault
  const whose = container === undefined ? (of === 'Pod' ? 'the pod: ' : '') : `container ${container}: `
  const rule = `${partsOf(range).name} (${sayPath(rangePath)})`
  const most = what === 'ratio' ? formatQuantity(allowed) : amount(resource, allowed)
  if (found === undefined)
    return `${whose}no ${resource} ${what === 'ratio' ? 'request and limit' : what}, and LimitRange ${rule} wants ${boundWord(bound)} ${most}`
  const value = typeof found === 'number' ? ratioText(found) : amount(resource, found)
  const noun = what === 'ratio' ? 'limit ÷ request' : what
  return `${whose}${resource} ${noun} ${value}${sayOrigin(from)} is ${bound === 'min' ? 'below' : 'above'} ${most} of LimitRange ${rule}`
}

function boundWord(bound: BeyondBound['bound']): string {
  return bound === 'min' ? 'at least' : 'at most'
}

function ratioText(ratio: number): string {
  return Number.isInteger(ratio) ? `${ratio}` : ratio.toFixed(2)
}

function sayQuotaFault(fault: QuotaFault): string {
  const quota = `quota ${partsOf(fault.quota).name}`
  if (fault.is === 'unsaid')
    return `${quota} counts ${fault.resources.join(', ')}, and container ${fault.container} says nothing about ${fault.resources.length > 1 ? 'them' : 'it'}`
  const { resource, hard, used, needed } = fault
  return `${quota}: ${resource} ${amount(resource, used)} used + ${amount(resource, needed)} needed is more than ${amount(resource, hard)}`
}

/** Where an amount comes from, if not from the container itself. */
function sayOrigin(origin: Origin | undefined): string {
  if (origin === undefined || origin.from === 'own') return ''
  if (origin.from === 'limit') return ' (its limit, as it says no request)'
  return ` (from LimitRange ${partsOf(origin.range).name}, ${sayPath(origin.path)})`
}

/** `spec.limits[0].default.memory`. */
export function sayPath(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')
}

function amount(resource: string, quantity: Quantity): string {
  return sayQuantity(resource, quantity)
}

function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)
}
