// An edit in words: `replicas: 3 on checkout in prod`.

import type { Edit } from '../../check/verdict.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'

export function editText({ of, path, to }: Edit): string {
  const named = of.is === 'component' ? of.name : of.is === 'object' ? objectText(of.name) : `${of.is} ${of.name}`
  const where = of.environment ? `${named} in ${of.environment}` : named
  const field = path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('')
  return to === undefined ? `take ${field} away from ${where}` : `${field}: ${valueText(to)} on ${where}`
}

function objectText(ref: string): string {
  const { kind, namespace, name } = partsOf(ref as Ref)
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}

/** As it is written in a platform file: `{ minAvailable: 2 }`. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).map(([key, held]) => `${key}: ${valueText(held)}`)
  return `{ ${fields.join(', ')} }`
}
