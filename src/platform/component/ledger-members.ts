// Members of a ledger in one role: how many, called what, operated by whom, with keys in which HSM.

import type { Hsm, Member, Organisation, Segment } from '../model.ts'
import { byCodePoint } from '../order.ts'
import { count, dnsLabel, either, type Fields, list, need, noun, oneOf, port, record, stated } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Say } from '../validate.ts'
import { type BackupOptions, backupsField, checkBackups } from './backup.ts'
import { resources, workloadFields } from './fields.ts'
import type { PlaceOptions, ResourceOptions } from './options.ts'
import { open } from './rules.ts'
import { type VolumeOptions, volumeField } from './volume.ts'
import { present } from './workload.ts'

interface Counted {
  /** One pod each, called by this name. */
  readonly names?: readonly string[]
  /** Instead of `names`, where nobody says them: members are then called `<ledger>-<role>-0` and on. */
  readonly count?: number
  /** Where their keys are kept; `'dedicated'`: each operator has one of its own, which nobody has named. */
  readonly hsm?: Hsm | 'dedicated'
  /** The segment of a network that they stand in, where that is not the one of the ledger. */
  readonly in?: Segment
  /** Pods (the default), or machines outside every cluster. */
  readonly on?: 'bare-metal' | 'kubernetes'
}

/** The members that one organisation operates. */
export interface LedgerOperator extends Counted {
  readonly by: Organisation
  readonly stated?: Stated
}

/** How many members there are, and called what, is `names`, or `count`, or that of the `operators`; else nobody says. */
export interface LedgerMembers extends Counted {
  /** Absent: nobody says, and nobody can call them. */
  readonly port?: number
  /** Who operates all of them: an organisation, or a consortium whose members each operate some. */
  readonly operator?: Organisation
  /** Who operates how many: `[{ by: northBank, count: 2, hsm: northHsm }]`. */
  readonly operators?: readonly LedgerOperator[]
  readonly image?: string
  /** Name of their ServiceAccount; default: that of the ledger. */
  readonly account?: string
  /** Names of the Secrets that they read, beside those of the ledger. */
  readonly secrets?: readonly string[]
  readonly requests?: ResourceOptions
  readonly limits?: ResourceOptions
  readonly place?: PlaceOptions
  readonly volume?: VolumeOptions
  /** Copies that are taken of each of these members, as `<member>-backup`. */
  readonly backups?: readonly BackupOptions[]
  /** Where single options are said, by their name. */
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}

const counted = {
  names: list(dnsLabel, 1),
  count: count(1, 1000),
  hsm: either(noun('hsm'), oneOf('dedicated')),
  in: noun('segment'),
  on: oneOf('bare-metal', 'kubernetes'),
} satisfies Fields

export const memberFields = {
  ...counted,
  port,
  operator: noun('organisation'),
  operators: list(
    record('an operator such as { by: northBank, count: 2 }', {
      ...counted,
      by: need(noun('organisation'), 'who operates them'),
      stated,
    }),
    1,
  ),
  image: workloadFields.image,
  account: workloadFields.account,
  secrets: workloadFields.secrets,
  requests: resources,
  limits: resources,
  place: workloadFields.place,
  volume: volumeField,
  backups: backupsField,
  cites: workloadFields.cites,
  stated,
} satisfies Fields

/** Every member of a role, in order of declaration. */
export function membersOf(ledger: string, role: string, members: LedgerMembers): readonly Member[] {
  const { operators, operator, hsm, on, in: segment } = members
  const own = (more: Omit<Member, 'name'>) => (name: string) => ({ name, ...more })
  if (operators === undefined)
    return namesOf(`${ledger}-${role}`, members).map(
      own(present({ operator, hsm, in: segment, isOutside: isOutside(on) })),
    )
  return operators
    .toSorted((a, b) => byCodePoint(a.by.name, b.by.name))
    .flatMap((one) => {
      const more = present({
        operator: one.by,
        hsm: one.hsm ?? hsm,
        in: one.in ?? segment,
        isOutside: isOutside(one.on ?? on),
      })
      return namesOf(`${ledger}-${role}-${one.by.name}`, one).map(own(more))
    })
}

function isOutside(on: Counted['on']): true | undefined {
  return on === 'bare-metal' ? true : undefined
}

function namesOf(prefix: string, { names, count = 0 }: Counted): readonly string[] {
  return names ?? Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
}

/** Names and counts go together with nothing else, and no two members have one name. */
export function checkMembers(path: string, members: LedgerMembers, seen: Set<string>, say: Say): void {
  const { operators, operator, backups } = members
  checkCounted(path, members, say)
  if (operators !== undefined && !open(operators)) {
    if ((members.names ?? members.count ?? operator) !== undefined)
      say({
        path,
        found: 'operators beside names, count or operator',
        allowed: 'operators that say it each for itself',
      })
    operators.forEach((one, index) => {
      checkCounted(`${path}.operators[${index}]`, one, say)
    })
  }
  membersOf('', path, members).forEach(({ name }, index) => {
    if (seen.has(name))
      say({ path: `${path}.names[${index}]`, found: `a second '${name}'`, allowed: 'a name of its own' })
    seen.add(name)
  })
  checkBackups(path, backups, (wrong) => say({ ...wrong, path: `${path}.${wrong.path}` }))
}

function checkCounted(path: string, { names, count }: Counted, say: Say): void {
  if (names === undefined || count === undefined) return
  say({ path, found: 'both names and count', allowed: 'names, or a count where nobody says them' })
}
