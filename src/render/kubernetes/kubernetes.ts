// The objects of a platform as files that people read, and beside them what no object carries.

import { sortedBy } from '../../estate/order.ts'
import { isMade } from '../../platform/made.ts'
import type { Platform } from '../../platform/model.ts'
import { defineRenderer, type Left, type RenderedFile } from '../renderer.ts'
import { besideFile } from './beside-file.ts'
import { kustomizations } from './kustomizations.ts'
import { objectFiles } from './object-files.ts'
import { leftObjects } from './written-objects.ts'

export const kubernetes = defineRenderer({
  id: 'kubernetes',
  writes:
    'a folder of manifests: one file per component, a folder per environment with its kustomization, and seaworthy.yaml for what no object carries',

  render({ platform, estates }) {
    const objects = estates.flatMap(objectFiles)
    const files: RenderedFile[] = [besideFile(platform, estates), ...objects, ...kustomizations(objects)]
    return {
      files: sortedBy(files, ({ path }) => path),
      leaves: sortedBy([...plannedParts(platform), ...estates.flatMap(leftObjects)], ({ part }) => part),
    }
  },
})

function plannedParts({ environments, promises }: Platform): readonly Left[] {
  const planned = [...environments, ...promises].filter((one) => isMade(one, 'planned'))
  return planned.map((one) => {
    const { value } = one as { readonly value: { readonly is: string; readonly name?: string; readonly kind?: string } }
    return { part: `planned ${value.is} ${value.name ?? value.kind ?? ''}`.trimEnd(), because: 'it is not there yet' }
  })
}
