// What the document plans beside what the amended platform takes. The document gives no prices.

import { type Resource, resourcesOf } from '../resources.ts'
import asWritten from './as-written.ts'
import platform from './platform.ts'

/** Label, as planned, as amended. */
export function costs(): readonly (readonly [...Resource, string])[] {
  const amended = new Map(resourcesOf(platform))
  return resourcesOf(asWritten).map(([label, amount]) => [label, amount, amended.get(label) ?? ''])
}
