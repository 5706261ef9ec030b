// The objects of a platform as files that people read, and beside them what no object carries.

import { sortedBy } from '../../estate/order.ts'
import { plannedParts } from '../planned-parts.ts'
import { defineRenderer, type RenderedFile } from '../renderer.ts'
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
