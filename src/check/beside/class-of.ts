// Where the volumes of a StorageClass lie, as a file says it: node, zone, or anywhere in the cluster.

import type { Estate, StorageBound } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { nearest } from '../../platform/nearest.ts'
import { validateFields } from '../../platform/validate.ts'
import type { Entry } from './content-of.ts'
import { classFields } from './fact-forms.ts'
import { statedOf } from './forms.ts'
import type { Found } from './found.ts'

interface SaidClass {
  readonly cluster: string
  readonly name: string
  readonly bound: StorageBound['bound']
  readonly source: StorageBound['source']
}

interface Written {
  readonly of: unknown
  readonly in?: unknown
  readonly bound: StorageBound['bound']
  readonly stated?: unknown
}

export function isOfClass({ of, value }: Entry): boolean {
  return of === 'facts' && Object.hasOwn(value, 'bound')
}

/** The class on each cluster that knows it, or on the one that is meant; empty where something is wrong, which is said. */
export function classesSaid(entry: object, found: Found, estates: readonly Estate[]): readonly SaidClass[] {
  let isSound = true
  validateFields(classFields, entry, '', (wrong) => {
    isSound = false
    found.say(wrong)
  })
  if (!isSound) return []
  const { of, in: place, bound, stated } = entry as Written
  const where = place === undefined ? undefined : found.place(place, 'in')
  if (place !== undefined && !where) return []
  const here = estates.filter(({ cluster }) => (where ? cluster === where.cluster : found.isMeant(cluster)))
  const name = typeof of === 'string' ? /^StorageClass\/\/?([^/]+)$/.exec(of)?.[1] : undefined
  const known = here.filter((estate) => name !== undefined && classNames(estate).has(name))
  if (name !== undefined && known.length > 0) {
    const said = statedOf(stated)
    const source = { at: found.at, ...(said && { stated: said }) }
    return known.map(({ cluster }) => ({ cluster, name, bound, source }))
  }
  const names = [...new Set(here.flatMap((estate) => [...classNames(estate)]))].sort()
  const near = nearest(name ?? `${of}`, names)
  found.say({
    path: 'of',
    found: `'${of}', which is not there`,
    allowed: `a StorageClass of the files, as StorageClass//${names[0] ?? 'fast'}`,
    ...(near !== undefined && { didYouMean: `StorageClass//${near}` }),
  })
  return []
}

/** Shown, or named by a claim. */
function classNames({ classes, objects }: Estate): ReadonlySet<string> {
  const claims = objects.flatMap(({ manifest }) => {
    const spec = fieldsAt(manifest, 'spec')
    return manifest.kind === 'PersistentVolumeClaim'
      ? [spec]
      : fieldsIn(spec.volumeClaimTemplates).map((template) => fieldsAt(template, 'spec'))
  })
  const named = claims.map(({ storageClassName }) => storageClassName).filter((one) => typeof one === 'string')
  return new Set([...Object.keys(classes), ...named])
}

/** What somebody says goes before what is known of a provisioner. */
export function withClasses(estates: readonly Estate[], said: readonly SaidClass[]): readonly Estate[] {
  if (said.length === 0) return estates
  return estates.map((estate) => {
    const own = said.filter(({ cluster }) => cluster === estate.cluster)
    if (own.length === 0) return estate
    const classes = new Map(Object.entries(estate.classes))
    for (const { name, bound, source } of own)
      classes.set(name, { default: classes.get(name)?.default ?? false, bound, source })
    return { ...estate, classes: Object.fromEntries(classes) }
  })
}
