import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldPath } from '../../platform/field/field-line.ts'
import { optionPaths } from './option-paths.ts'

const pod = ['spec', 'template', 'spec']
const rows: [path: FieldPath, options: string][] = [
  [['spec', 'replicas'], 'replicas members'],
  [[...pod, 'containers', 0, 'resources', 'requests', 'memory'], 'requests.memory'],
  [[...pod, 'containers', 0, 'resources', 'limits'], 'limits'],
  [[...pod, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 0], 'place.apart'],
  [['spec', 'volumeClaimTemplates', 0, 'spec', 'resources', 'requests', 'storage'], 'volume.size'],
  [['spec', 'minAvailable'], 'budget.minAvailable'],
  [['metadata', 'name'], ''],
]

for (const [path, options] of rows) {
  test(`option paths of ${path.join('.')}`, () => {
    assert.equal(
      optionPaths(path)
        .map((option) => option.join('.'))
        .join(' '),
      options,
    )
  })
}
