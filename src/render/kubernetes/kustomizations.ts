// For `kubectl apply -k`: what lies in each folder, listed and left as it is.

import { sortedBy } from '../../estate/order.ts'
import { printText } from '../../kubernetes/print-scalar.ts'
import type { RenderedFile } from '../renderer.ts'

/** `harbour/live/kustomization.yaml`, and `harbour/kustomization.yaml`, which lists `live` and what the cluster has once. */
export function kustomizations(files: readonly RenderedFile[]): readonly RenderedFile[] {
  const listed = new Map<string, Set<string>>()
  for (const { path } of files) {
    const steps = path.split('/')
    for (let depth = 1; depth < steps.length; depth++) {
      const folder = steps.slice(0, depth).join('/')
      const held = listed.get(folder) ?? new Set()
      listed.set(folder, held.add(steps[depth] ?? ''))
    }
  }
  return [...listed].map(([folder, held]) => ({ path: `${folder}/kustomization.yaml`, text: textOf([...held]) }))
}

function textOf(names: readonly string[]): string {
  const entries = sortedBy(names, (name) => name).map(
    (name) => `- ${name.endsWith('.yaml') ? name : printText(name)}\n`,
  )
  return `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n${entries.join('')}`
}
