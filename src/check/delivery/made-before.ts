// What a pipeline deploys is made before, and looked through between.

import type { Pipeline, Platform } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'

type Thing = 'image' | 'chart'

export type MadeParts = {
  made: { readonly pipeline: string; readonly what: Thing; readonly by: readonly string[]; readonly first?: string }
  scanned: { readonly by: readonly string[]; readonly early?: string; readonly makes: string }
}

/** Of a pipeline that builds or packages and deploys. */
export function madeParts(pipeline: Pipeline, { registries }: Platform): readonly AnyPart<MadeParts>[] {
  const { name, stages, stated } = pipeline
  const firstAt = stages.findIndex(({ does }) => does.includes('deploy'))
  const makers = (what: Thing) => stages.filter(({ makes }) => makes.includes(what))
  const isMaking = stages.some(
    ({ does, makes }) => makes.length > 0 || does.includes('build') || does.includes('package'),
  )
  if (firstAt < 0 || !isMaking) return []
  const first = stages[firstAt]
  const things = (['image', 'chart'] as const).filter((what) => what === 'image' || makers(what).length > 0)
  return [
    ...things.map((what) => {
      const by = makers(what)
      const isBefore = by.some((stage) => stages.indexOf(stage) <= firstAt)
      return part(
        'made',
        by.length === 0 ? undefined : isBefore,
        { pipeline: name, what, by: by.map((stage) => stage.name), ...(!isBefore && first && { first: first.name }) },
        {
          ...(by.length === 0
            ? { waitsFor: `makes: ['${what}']` }
            : { cause: `made-late/${what}`, hint: `makes: ['${what}'] of a stage before ${first?.name}` }),
          stated: [stated, ...by.map((stage) => stage.stated)],
        },
      )
    }),
    ...scannedParts(pipeline, registries),
  ]
}

// There is nothing to look through before it is made; what lies in a registry is looked through there.
function scannedParts({ stages, stated }: Pipeline, registries: Platform['registries']): readonly AnyPart<MadeParts>[] {
  const madeAt = stages.findIndex(({ makes }) => makes.includes('image'))
  const scans = stages.filter(({ scans: of }) => of.includes('images'))
  const inRegistry = registries.filter((registry) => registry.scans).map(({ name }) => name)
  const late = scans.filter((stage) => stages.indexOf(stage) >= madeAt)
  const early = scans.find((stage) => stages.indexOf(stage) < madeAt)
  const by = [...late.map(({ name }) => name), ...inRegistry.map((name) => `${name}, as they lie there`)]
  if (madeAt < 0 || (by.length === 0 && !early)) return []
  const makes = stages[madeAt]?.name ?? ''
  return [
    part(
      'scanned',
      early === undefined || late.length > 0,
      { by, makes, ...(early && { early: early.name }) },
      {
        cause: 'scanned-early',
        hint: `scans: ['images'] of ${makes}, or of a stage behind it`,
        stated: [stated, ...scans.map((stage) => stage.stated), ...registries.map((registry) => registry.stated)],
      },
    ),
  ]
}

export const madeSays = {
  made: ({ pipeline, what, by, first }: MadeParts['made'], truth: boolean | undefined) => {
    if (truth === true) return `the ${what} that ${pipeline} deploys is made by ${by.join(', ')}`
    return truth === false
      ? `${by.join(', ')} makes the ${what}, and ${first} deploys before that`
      : `${pipeline} builds and deploys, and no stage makes the ${what}`
  },
  scanned: ({ by, early, makes }: MadeParts['scanned'], truth: boolean | undefined) =>
    truth === true
      ? `images are looked through by ${by.join(' and ')}`
      : `${early} looks through images, and ${makes} makes them after that`,
}
