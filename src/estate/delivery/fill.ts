// Templates of an ApplicationSet with their parameters put in: every text in it, and every key.
// Source: argo-cd@v3.0.12 applicationset/utils/utils.go:84 (deeplyReplace), :309 (Replace).

import type { Fields } from '../import/fields.ts'
import { fillGoTemplate } from './go-template.ts'

export interface Filling {
  /** goTemplate: true; else the older `{{name}}`. */
  readonly isGo: boolean
  readonly isStrict: boolean
}

/** The value with each text filled; throws TemplateFault where Go's template cannot be. */
export function fill(value: unknown, parameters: Fields, filling: Filling): unknown {
  if (typeof value === 'string') return fillText(value, parameters, filling)
  if (Array.isArray(value)) return value.map((item) => fill(item, parameters, filling))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [fillText(key, parameters, filling), fill(held, parameters, filling)]),
  )
}

export function fillText(text: string, parameters: Fields, { isGo, isStrict }: Filling): string {
  if (isGo) return fillGoTemplate(text, parameters, { isStrict })
  return text.replace(/\{\{([^{}]*)\}\}/g, (whole, tag) => {
    const name = tag.trim()
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    return typeof value === 'string' ? value : whole
  })
}
