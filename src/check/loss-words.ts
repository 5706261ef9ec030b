// What a failure costs a store, in words.

import { followerName } from '../engine/recovery/copies.ts'
import type { LossTerm } from '../engine/recovery/loss-term.ts'
import type { WorstLoss } from '../engine/recovery/worst-loss.ts'
import { saySpan } from './span-words.ts'

type Row = readonly [label: string, text: string]

/** `the rows of ledger-db come back from nightly, but for the last 6h10m to 6h30m`. */
export function lossLine(workload: string, loss: WorstLoss): string {
  const { from, of, span, backup, follower, copies, perhaps, isApart } = loss
  const rows = of === 'member' ? `the rows of one member of ${workload}` : `the rows of ${workload}`
  switch (from) {
    case 'volume':
      return `${rows} survive on their volume`
    case 'replica':
      if (copies.members.share === 'alike')
        return `what ${workload} gathers, each of those that are left has gathered too`
      return span.to === 0 ? `${rows} survive on a follower` : `${rows} survive on a follower, but for ${saySpan(span)}`
    case 'follower':
      return `${follower?.by.component} in ${follower?.by.environment} on ${follower?.by.cluster} has ${rows}, but for ${saySpan(span)}`
    case 'backup':
      return perhaps
        ? `${rows} come back from ${backup?.name}, or from ${wayName(perhaps)} if that is left, but for ${saySpan(span)}`
        : `${rows} come back from ${backup?.name}, but for ${saySpan(span)}`
    case 'nothing':
      return `${rows} are lost for good`
    case 'unknown':
      if (isApart)
        return `nobody says where the follower of ${workload} stands that is to be promoted, or how far behind it is`
      return backup || follower
        ? `${rows} come back, if ${wayName(loss)} is left, but for ${saySpan(span)}`
        : `nobody says what becomes of ${rows}`
  }
}

function wayName({ backup, follower }: Pick<WorstLoss, 'backup' | 'follower'>): string | undefined {
  return follower ? followerName(follower) : backup?.name
}

const why = {
  bound: 'it lies on what is lost',
  elsewhere: 'it lies elsewhere',
  outside: 'it lies outside the cluster',
  replicated: 'it holds the same wrong rows',
  before: 'it was taken before',
  unsaid: 'nobody says where it lies',
  pod: 'no volume with a size is declared that holds them',
} as const

const termWords: { readonly [W in LossTerm['what']]: string } = {
  interval: 'between two copies',
  copying: 'while a copy is taken, which holds the rows of its start',
  noticing: 'until wrong rows are noticed',
  lag: 'that a follower is behind',
  archiving: 'that a row waits for the archive at most',
  bringing: 'until it is there',
}

/** What becomes of each copy, and what the loss is made of. */
export function lossRows({
  volume,
  backups,
  followers,
  terms,
  copies,
  span,
  perhaps,
  isApart,
}: WorstLoss): readonly Row[] {
  const { members, onlySaid } = copies
  const isBare = members.volume.bound === 'pod' && volume.why === 'bound'
  const storage = members.volume.class
    ? ` (${members.volume.class})`
    : isBare
      ? '; no volume with a size is declared'
      : ''
  return [
    [members.volume.claim ?? 'the rows', `${volume.fate}: ${why[volume.why]}${storage}`],
    ...(members.share === 'unsaid' && !members.onlySaid
      ? [['the other members', 'nobody says whether they hold the same rows'] as const]
      : []),
    ...(members.onlySaid ? [['replication', 'is said, and nothing declared does it'] as const] : []),
    ...backups.map((each) => [each.backup.name, `${each.fate}: ${backupWhy(each)}`] as const),
    ...followers.map((each) => [followerName(each.follower), `${each.fate}: ${why[each.why]}`] as const),
    ...onlySaid.map(({ name }) => [name, 'is said, and no object takes it'] as const),
    ...(backups.length + onlySaid.length === 0 ? [['copies', 'none are taken'] as const] : []),
    // What is lost with the copies is no figure of the follower.
    ...(isApart ? [] : sumRows(terms, span, perhaps)),
  ]
}

function backupWhy(each: WorstLoss['backups'][number]): string {
  const { to } = each.backup
  if (each.why === 'unsaid' && to.is === 'outside') return `nobody says in which region ${to.name} is`
  return `${why[each.why]}${classOf(each)}`
}

function classOf({ backup }: WorstLoss['backups'][number]): string {
  const { to } = backup
  if (to.is === 'unsaid') return ''
  return to.is === 'claim' ? ` (${to.class} in ${to.cluster})` : ` (${to.name})`
}

function sumRows(terms: readonly LossTerm[], span: WorstLoss['span'], perhaps: WorstLoss['perhaps']): readonly Row[] {
  const told = terms.filter((term) => term.span.to !== 0)
  if (told.length === 0) return []
  return [
    ...told.map((term): Row => [saySpan(term.span), termWords[term.what]]),
    ...(perhaps ? [[saySpan(perhaps.span), `with ${wayName(perhaps)}, if that is left`] as const] : []),
    [`= ${saySpan(span)}`, 'at worst'],
  ]
}
