// Where each object is written: in the folder of its environment the file of its component, or the one of the namespace.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { sortedBy } from '../../estate/order.ts'
import { printManifest } from '../../kubernetes/print.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { RenderedFile } from '../renderer.ts'
import { writtenObjects } from './written-objects.ts'

/** `harbour/cluster.yaml`, `harbour/live/_namespace.yaml`, `harbour/live/checkout.yaml`: what is applied first sorts first. */
export function objectFiles(estate: Estate): readonly RenderedFile[] {
  const { cluster } = estate
  const byPath = Map.groupBy(writtenObjects(estate), (object) => `${cluster}/${pathOf(object)}`)
  return [...byPath].map(([path, objects]) => ({ path, text: textOf(objects) }))
}

function pathOf({ ref, component, environment }: EstateObject): string {
  const { kind, namespace } = partsOf(ref)
  if (environment === undefined || (namespace === '' && kind !== 'Namespace')) return 'cluster.yaml'
  // Its own name would make a kustomization of the file.
  const name = component === 'kustomization' ? '_kustomization' : component
  return `${environment}/${name ?? '_namespace'}.yaml`
}

function textOf(objects: readonly EstateObject[]): string {
  const inOrder = sortedBy(objects, ({ ref }) => `${rankOf(ref)} ${ref}`)
  return inOrder.map((object) => `${commentOf(object)}${printManifest(object.manifest)}`).join('---\n')
}

// What others need comes before what needs it: applied from top to bottom, nothing waits.
const first = ['Namespace', 'ResourceQuota', 'LimitRange', 'ServiceAccount', 'Role', 'RoleBinding', 'ConfigMap']
const before = ['PersistentVolumeClaim', 'Service']
const ranks = new Map([...first, ...before].map((kind, rank) => [kind, rank]))

function rankOf(ref: EstateObject['ref']): string {
  return `${ranks.get(partsOf(ref).kind) ?? ranks.size}`.padStart(2, '0')
}

/** The lines of a document that say this object, where somebody cites some. */
function commentOf({ source: { stated } }: EstateObject): string {
  if (!stated) return ''
  const { document, section, lines } = stated
  const where = lines.length === 1 ? 'line' : 'lines'
  return `# ${oneLine(document)}, ${oneLine(section)}, ${where} ${lines.slice(0, 6).join(', ')}${lines.length > 6 ? ', …' : ''}\n`
}

function oneLine(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a0-\ud7ff]/g, ' ')
}
