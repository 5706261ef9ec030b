// What the document plans beside what the amended platform takes. The document prices four nodes that it avoids, and so
// its own: they are as large.

import { change } from '../findings/changing.ts'
import { type Resource, resourcesOf } from '../resources.ts'
import { usualNode } from './amended/prices.ts'
import asWritten from './as-written.ts'
import platform from './platform.ts'

const nodes = ['srv1089618', 'srv1089624', 'srv1092158', 'srv1117946']
const priced = change('node', nodes, (options) => ({ ...options, price: usualNode }))

/** Label, as planned, as amended. */
export function costs(): readonly (readonly [...Resource, string])[] {
  const amended = new Map(resourcesOf(platform))
  return resourcesOf(priced(asWritten)).map(([label, amount]) => [label, amount, amended.get(label) ?? ''])
}
