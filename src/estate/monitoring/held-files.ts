// Files that a ConfigMap or a Secret holds under a key.

import { readManifests } from '../../kubernetes/read.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { EstateConfig, EstateObject } from '../estate.ts'
import { configIn } from '../import/configs.ts'
import { heldTexts } from './held-texts.ts'
import type { MonitoringFile } from './monitoring.ts'

export interface HeldFile extends MonitoringFile {
  readonly is: EstateConfig['is']
}

export function heldFiles(object: EstateObject): readonly HeldFile[] {
  const { kind, namespace, name } = partsOf(object.ref)
  return heldTexts(object).flatMap(({ field, key, text }) => {
    const [other] = readManifests(text, key).others
    const config = other && configIn(other)
    if (!config) return []
    // Rendered text has no lines of its own among the files: the key is where it stands.
    const lineOf = () => object.source.lineOf?.([field, key]) ?? object.source.at
    const source = { ...object.source, lineOf }
    return {
      is: config.is,
      name: `${kind} ${namespace}/${name} ${key}`,
      ref: object.ref,
      key,
      value: config.value,
      source,
    }
  })
}
