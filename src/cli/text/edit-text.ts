// An edit in words: `replicas: 3 on checkout in prod`.

import type { Edit } from '../../check/verdict.ts'

export function editText({ of, path, to }: Edit): string {
  const where = of.environment ? `${of.name} in ${of.environment}` : of.name
  const field = path.join('.')
  return to === undefined ? `take ${field} away from ${where}` : `${field}: ${valueText(to)} on ${where}`
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
