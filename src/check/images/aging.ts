// Worth knowing of images: software that gets no more fixes, and tags that will name another image when fixes come.

import { isMovingTag } from '../../knowledge/software.ts'
import { isForTrial } from '../../knowledge/trial-places.ts'
import type { Advice } from '../report.ts'
import type { World } from '../world.ts'
import { livesOf } from './lives.ts'
import { imagesOf, isUnstated } from './named-images.ts'

export function* noMoreFixes({ views, asOf, platform }: World): Generator<Advice> {
  for (const view of views) {
    const { cluster } = view.estate
    if (isForTrial(cluster)) continue
    for (const { name, version, ends, by, source } of livesOf(view, view.pods)) {
      // Of a folder, who runs the command says the version: it is no news to them.
      if (asOf <= ends || (name === 'Kubernetes' && !platform)) continue
      const called = version === undefined ? name : `${name} ${version}`
      const rows = [['runs as', by.join(', ')] as const, ['source', source] as const]
      yield {
        id: `no-more-fixes/${cluster}/${called}`,
        says: { line: `${called} gets no more fixes since ${ends}`, rows },
      }
    }
  }
}

/** Only of what runs in several pods: they start at different times, and so from different images. */
export function* movingTags({ views }: World): Generator<Advice> {
  for (const { estate, pods } of views) {
    const several = pods.filter(
      ({ count, steady, source }) => steady && count > 1 && !source.live && !source.made && source.known === undefined,
    )
    const moving = imagesOf(several).filter(([image]) => !isUnstated(image) && isMovingTag(image) === true)
    if (isForTrial(estate.cluster) || moving.length === 0) continue
    const rows = moving.map(([image, by]) => {
      const names = [...new Set(by.map(({ namespace, name }) => `${namespace}/${name}`))]
      return [image, `${by.reduce((sum, { count }) => sum + count, 0)} pods of ${names.join(', ')}`] as const
    })
    const what = moving.length === 1 ? `the tag of ${moving[0]?.[0]} moves` : `the tags of ${moving.length} images move`
    const line = `${what}: pods that start at different times may run different ones, and going back is not defined`
    yield { id: `moving-tags/${estate.cluster}`, says: { line, rows } }
  }
}
