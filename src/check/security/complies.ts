// How the platform says that it stands to a law or a standard: a claim is as good as what is done for it, and as what
// does not speak against it.

import { sourceOf } from '../../estate/source.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Control, DataClass, Standard } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'
import { type CriteriaParts, criteriaOf, criteriaWords } from './criteria.ts'
import { type ErasesParts, erasesParts, erasesWords } from './erases.ts'
import { fulfilling, onlyNamed, sayFulfilled } from './fulfilling.ts'
import { type ReportsParts, reportsParts, reportsWords } from './reports.ts'
import { type SuitsParts, suitsParts, suitsWords } from './suits.ts'

type Parts = {
  plan: { readonly standard: string; readonly status: Standard['status'] }
  done: { readonly control: string; readonly broken: readonly string[]; readonly open: readonly string[] }
  nothing: { readonly standard: string }
  verified: { readonly standard: string; readonly by?: string; readonly every?: string }
  real: { readonly place: string; readonly purpose: string; readonly data: DataClass }
  kept: { readonly standard: string; readonly about: readonly string[]; readonly stores: readonly string[] }
  reason: { readonly standard: string }
} & CriteriaParts &
  ErasesParts &
  ReportsParts &
  SuitsParts

export const complies = defineQuestion<Parts>({
  id: 'complies',
  asks: 'Does what is declared bear out how the platform says that it stands to laws and standards?',

  *judge(world) {
    const place = world.platform?.name ?? 'platform'
    for (const standard of (world.platform?.standards ?? []).toSorted((a, b) => byCodePoint(a.name, b.name)))
      yield {
        id: [place, standard.name],
        says: `${standard.name}: ${sayings[standard.status]}`,
        source: sourceOf(standard, standard.stated),
        parts: [...partsOf(standard, world), ...suitsParts(standard)],
      }
    if (world.platform) yield* criteriaOf(world.platform)
  },

  says: {
    plan: ({ standard, status }) => `${standard} is ${sayings[status]}: nothing claims that it is met`,
    done: ({ control, broken, open }, truth) => {
      if (truth === true) return `${control} is in place`
      return truth === false
        ? `${control} is not in place: ${broken.join(', ')}`
        : `whether ${control} is in place nobody knows: ${open.join(', ')}`
    },
    nothing: ({ standard }) => `nothing is said to be done for ${standard}`,
    verified: ({ standard, by, every }, truth) =>
      truth === true
        ? `${standard} is verified by ${by} every ${every}`
        : `nobody says ${by === undefined ? 'how' : 'when'} it is verified again that ${standard} is met`,
    real: ({ place, purpose, data }) =>
      `${place} is for ${purpose} and holds ${data === 'subset' ? 'some of the rows' : 'the rows'} of production, persons and all`,
    kept: ({ standard, about, stores }, truth) =>
      truth === false
        ? `${standard} is about ${about.join(' and ')} data, which ${stores.join(' and ')} ${stores.length === 1 ? 'keeps' : 'keep'}`
        : `no store is said to keep ${about.join(' or ')} data, which ${standard} is about`,
    reason: ({ standard }) => `nobody says why ${standard} does not apply`,
    ...erasesWords,
    ...criteriaWords,
    ...reportsWords,
    ...suitsWords,
  },
})

const sayings: { readonly [status in Standard['status']]: string } = {
  certified: 'certified',
  compliant: 'complied with',
  'in-progress': 'in progress',
  'not-applicable': 'not applicable',
  optional: 'optional',
  planned: 'planned',
}

function partsOf(standard: Standard, world: World): readonly AnyPart<Parts>[] {
  const { name, status, stated } = standard
  if (status === 'not-applicable') return [keptPart(standard, world)]
  if (status !== 'certified' && status !== 'compliant')
    return [part('plan', true, { standard: name, status }, { stated: [stated] })]
  const controls = (world.platform?.controls ?? []).filter((control) => isFor(control, standard))
  const nothing = part(
    'nothing',
    undefined,
    { standard: name },
    { waitsFor: `controls/${name}`, hint: `control(…, { of: [${name}], fulfilledBy: [promise…] })` },
  )
  return [
    ...(controls.length === 0 ? [nothing] : controls.map((control) => donePart(control, world))),
    verifiedPart(standard),
    ...(standard.about.includes('personal') ? realParts(world) : []),
    ...erasesParts(standard, world),
    ...reportsParts(standard, world),
  ]
}

function isFor({ of }: Control, { name }: Standard): boolean {
  return of.some((one) => (typeof one === 'string' ? one : one.name) === name)
}

function donePart(control: Control, world: World): AnyPart<Parts> {
  const by = fulfilling(control, world)
  const named = (word: 'broken' | 'unknown') =>
    by.flatMap(({ verdict }) => (verdict.verdict === word ? [verdict.id] : []))
  const broken = control.fulfilledBy?.length === 0 ? ['it is said that nothing fulfils it'] : named('broken')
  const shownByNothing = onlyNamed(control).map((measure) => `nothing shows ${measure}`)
  const open =
    control.fulfilledBy === undefined ? ['nobody says what fulfils it'] : [...named('unknown'), ...shownByNothing]
  const truth = broken.length > 0 ? false : open.length > 0 ? undefined : true
  const cause = by.find((one) => one.truth === false)?.cause
  return part(
    'done',
    truth,
    { control: control.name, broken, open },
    {
      ...(cause !== undefined && { cause }),
      hint: by.find((one) => one.truth === truth)?.hint ?? (truth === true ? undefined : sayFulfilled(control)),
      assumes: by.flatMap(({ verdict }) => verdict.assumes),
      stated: [control.stated],
    },
  )
}

function verifiedPart({ name, verifiedBy, every, stated }: Standard): AnyPart<Parts> {
  const isSaid = verifiedBy !== undefined && every !== undefined
  const more = { waitsFor: `verified/${name}`, hint: "verifiedBy: 'audit', every: 'year'", stated: [stated] }
  return part(
    'verified',
    isSaid || undefined,
    { standard: name, by: verifiedBy, every },
    isSaid ? { stated: [stated] } : more,
  )
}

// Whether persons are among the rows nobody says; where production is claimed to hold some, so does what is taken of it.
function realParts({ platform }: World): readonly AnyPart<Parts>[] {
  return (platform ? environmentsOf(platform) : []).flatMap(({ name, purpose, data, stated }) => {
    const isLower = purpose !== undefined && purpose !== 'production' && purpose !== 'recovery' && purpose !== 'shared'
    if (!isLower || (data !== 'production' && data !== 'subset')) return []
    const hint = "data: 'masked', with dataFrom: { masks: true }"
    return [
      part('real', undefined, { place: name, purpose, data }, { waitsFor: `data/${name}`, hint, stated: [stated] }),
    ]
  })
}

function keptPart({ name, about, stated }: Standard, world: World): AnyPart<Parts> {
  if (about.length === 0)
    return part(
      'reason',
      undefined,
      { standard: name },
      { waitsFor: `reason/${name}`, hint: 'about: what it protects, and no store holds', stated: [stated] },
    )
  const components = (world.platform ? environmentsOf(world.platform) : []).flatMap(componentsOf)
  const keeping = components.filter((store) =>
    traitsOf(store).holds?.some((one) => about.some((kind) => kind === one.class)),
  )
  const stores = [...new Set(keeping.map((store) => store.name))].sort()
  const because = { standard: name, about, stores }
  if (stores.length > 0)
    return part('kept', false, because, {
      cause: `applies/${name}`,
      hint: `another status of ${name}, or no ${about.join(' or ')} data in ${stores.join(', ')}`,
      stated: [stated],
    })
  const declared = asDeclared(
    `no-data/${name}`,
    `no store keeps ${about.join(' or ')} data, as nobody declares any`,
    world,
  )
  return part('kept', declared.truth, because, { assumes: declared.assumes, stated: [stated] })
}
