// What facts about pods, volumes and copies answer of a promise that a store comes back.

import { joinAssumptions } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { copiesOf } from '../../engine/recovery/copies.ts'
import { type CriticalPath, criticalPath } from '../../engine/recovery/critical-path.ts'
import type { LossOptions } from '../../engine/recovery/loss-term.ts'
import { isWithin, type Span } from '../../engine/recovery/span.ts'
import { type WorstLoss, worstLoss } from '../../engine/recovery/worst-loss.ts'
import type { Step } from '../../platform/model.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { lossLine, lossRows } from '../loss-words.ts'
import { stepRow, timeLine } from '../path-words.ts'
import { saySpan } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import { podsFor, type View } from '../world.ts'
import { mostSeconds, mostText } from './most-time.ts'
import { type NeededParts, neededParts, neededWords } from './needed-steps.ts'
import type { Recovers, StoreRecovery } from './store-recovery.ts'

export type StoreParts = NeededParts & {
  data: { workload: string; loss: WorstLoss; losing: string }
  time: { path: CriticalPath; within: string; procedure?: string; isBack: boolean }
  procedure: { store: string; within: string; restores: Span | undefined }
}

type Parts = readonly AnyPart<StoreParts>[]

export const storeWords = {
  ...neededWords,
  data: ({ workload, loss, losing }: StoreParts['data'], truth: Truth): Words => ({
    line: `${lossLine(workload, loss)}, and ${losing === 'nothing' ? 'nothing' : `at most ${losing}`} may be lost`,
    rows: truth === true && loss.from === 'volume' ? [] : lossRows(loss),
  }),
  time: (because: StoreParts['time'], truth: Truth): Words => ({
    line: timeLine(because, truth),
    rows: because.path.steps.map(stepRow),
  }),
  procedure: ({ store, within, restores }: StoreParts['procedure']) =>
    `no procedure says how ${store} comes back${restores ? `; to bring a copy back alone takes ${saySpan(restores)}` : ''}, and ${within} is promised`,
}

export function storeParts(promise: StoreRecovery, pods: readonly PodClass[], view: View): Parts {
  return [
    ...dataParts(promise, pods, view),
    ...timeParts(promise.what.name, promise, pods, view),
    ...stepParts(promise, pods, view),
  ]
}

function stepParts({ what: store, from, by }: StoreRecovery, pods: readonly PodClass[], view: View): Parts {
  if (!by) return []
  const lost = pods.map((pod) => worstLoss(view.estate, pod, from, { noticing: noticingOf(by), denied: view.denied }))
  const isRestored = lost.some((loss) => loss.from === 'backup')
  return neededParts({ from, store: store.name, by, isRestored, restores: restoringTime(pods, view) })
}

/**
 * The pods whose volumes or copies are known. Where nobody says what a component's rows lie on, its end with the whole
 * cluster is certain all the same: any of its pods stands for all.
 */
export function storePods(
  { what: store, from, in: environment }: Pick<StoreRecovery, 'what' | 'from' | 'in'>,
  view: View,
): readonly PodClass[] {
  const place = environment ?? view.estate.environments[0]?.name ?? ''
  const pods = podsFor(view, store, place).filter(({ steady }) => steady)
  const keeping = pods.filter((pod) => keepsRows(pod, view))
  return keeping.length > 0 || from.of !== 'cluster' ? keeping : pods.slice(0, 1)
}

function keepsRows(pod: PodClass, { estate, denied }: View): boolean {
  const { members, backups, onlySaid } = copiesOf(estate, pod, denied)
  return pod.claims.length > 0 || members.replication !== undefined || backups.length + onlySaid.length > 0
}

type Struck = Pick<StoreRecovery, 'what' | 'losing' | 'from' | 'by'> & Pick<LossOptions, 'isPromoted'>

export function dataParts(
  { what: store, losing, from, by, isPromoted }: Struck,
  pods: readonly PodClass[],
  view: View,
): readonly AnyPart<Pick<StoreParts, 'data'>>[] {
  if (losing === undefined) return []
  const seconds = losing === 'nothing' ? 0 : (secondsOf(losing) ?? 0)
  return pods.map((pod) => {
    const loss = worstLoss(view.estate, pod, from, {
      noticing: noticingOf(by),
      copiesAlone: by !== undefined && !by.steps.some(({ does }) => does === 'promote'),
      ...(isPromoted && { isPromoted }),
      denied: view.denied,
    })
    const copies = loss.backups.map(({ backup }) => backup)
    return part(
      'data',
      isWithin(loss.span, seconds),
      { workload: pods.length === 1 ? store.name : pod.name, loss, losing },
      {
        assumes: joinAssumptions([loss.assumes]),
        ...(isOnlyCopyingOpen(loss) && { waitsFor: copying }),
        ...(loss.isApart && { waitsFor: `where the followers of ${store.name} stand` }),
        cause: causeOf(loss, pod, view),
        hint: hintOf(loss),
        at: { source: loss.backup?.source ?? copies[0]?.source ?? pod.source },
        stated: copies.map(({ source }) => source.stated),
      },
    )
  })
}

const copying = 'how long a copy takes: "takes" of the facts "backsUp" in a promises file'

function isOnlyCopyingOpen({ from, terms }: WorstLoss): boolean {
  const open = terms.filter(({ span }) => span.to === undefined)
  return from === 'backup' && open.length > 0 && open.every(({ what }) => what === 'copying')
}

function noticingOf(by: Recovers['by']): { span: Span; source: { stated: Step['stated'] } } | undefined {
  const step = by?.steps.find(({ does, takes }) => does === 'detect' && takes !== undefined)
  const said = rangeSeconds(step?.takes)
  return said && { span: { from: said.from, to: said.to }, source: { stated: step?.stated } }
}

function causeOf(
  { from, backup, backups, copies }: WorstLoss,
  { environment, component, name }: PodClass,
  { estate }: View,
): string {
  const store = `${environment ?? estate.cluster}/${component ?? name}`
  if (from === 'backup' || (from === 'unknown' && backup)) return `copies-too-far-apart/${store}`
  if (backups.some(({ why }) => why === 'bound')) return `copies-go-too/${store}`
  return copies.members.share === 'independent' ? `independent-members/${store}` : `one-copy/${store}`
}

function hintOf({ from, span, backup, isApart }: WorstLoss): string {
  if (isApart) return 'a follower in another region, with how far behind it may be'
  if (from === 'nothing') return 'a copy that lies where the failure cannot take it'
  if (from === 'unknown' && span.from === 0) return 'where the copies lie: "to" of each of them, with its region'
  if (from === 'unknown' && backup)
    return 'copies taken more often, to a place of which somebody says that the failure leaves it'
  const says = span.to === undefined ? ' (say how long a copy takes)' : ''
  return `copies taken more often, or a promise of the interval and the time that a copy takes${says}`
}

// A step that brings rows back takes what the copy's own estimate says, where the step says nothing.
export function timeParts(
  name: string,
  promise: Pick<Recovers, 'within' | 'strictly' | 'by'>,
  pods: readonly PodClass[],
  view: Pick<View, 'denied'> & Partial<View>,
): readonly AnyPart<Pick<StoreParts, 'time' | 'procedure'>>[] {
  const { by } = promise
  const within = mostText(promise)
  if (within === undefined) return []
  const seconds = mostSeconds(promise) ?? 0
  const restores = restoringTime(pods, view)
  if (!by) {
    const isTooLong = restores !== undefined && isWithin(restores, seconds) === false
    return [part('procedure', isTooLong ? false : undefined, { store: name, within, restores })]
  }
  const path = criticalPath(by.steps, { name: by.name, denied: view.denied })
  return [
    part(
      'time',
      isWithin(path.span, seconds),
      { path, within, procedure: by.name, isBack: true },
      {
        assumes: path.assumes,
        cause: `slow-procedure/${by.name}`,
        stated: [by.stated, ...by.steps.map(({ stated }) => stated)],
      },
    ),
  ]
}

function restoringTime(pods: readonly PodClass[], { estate, denied }: Partial<View>): Span | undefined {
  if (!estate) return undefined
  const times = pods.flatMap((pod) =>
    copiesOf(estate, pod, denied).backups.flatMap(({ restoresSeconds }) => restoresSeconds ?? []),
  )
  const [least] = times.sort((a, b) => a.to - b.to)
  return least && { from: least.from, to: least.to }
}
