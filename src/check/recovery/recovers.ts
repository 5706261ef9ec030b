// A promise that a store comes back: in time by its procedure, and with no more lost than promised.

import { joinAssumptions } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { copiesOf } from '../../engine/recovery/copies.ts'
import { type CriticalPath, criticalPath } from '../../engine/recovery/critical-path.ts'
import { isWithin, type Span } from '../../engine/recovery/span.ts'
import { type WorstLoss, worstLoss } from '../../engine/recovery/worst-loss.ts'
import type { Failure, PlatformPromise, Step } from '../../platform/model.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { lossLine, lossRows } from '../loss-words.ts'
import { stepRow, timeLine } from '../path-words.ts'
import { placeOf } from '../place.ts'
import { saySpan } from '../span-words.ts'
import type { Words } from '../verdict.ts'
import { podsFor, type View } from '../world.ts'
import { type NeededParts, neededParts, neededWords } from './needed-steps.ts'

type Recovers = Extract<PlatformPromise, { kind: 'recovers' }>

export type RecoversParts = NeededParts & {
  data: { workload: string; loss: WorstLoss; losing: string }
  time: { path: CriticalPath; within: string; procedure?: string; isBack: boolean }
  procedure: { store: string; within: string; restores: Span | undefined }
  store: { store: string }
}

type Parts = readonly AnyPart<RecoversParts>[]

export const recovers = definePromise<RecoversParts>()({
  kind: 'recovers',
  asks: 'Does a store come back from a failure in time, with no more lost than promised?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { store, from, within, losing } = promise
    const aims = [within && `within ${within}`, losing && lossText(losing)].filter(Boolean)
    yield {
      id: [place, failureName(from), store.name],
      environment,
      cluster,
      says: `after ${failureText(from)}, ${store.name} comes back ${aims.join(', ')}`,
      parts: view ? recoveryParts(promise, view) : [],
    }
  },

  says: {
    ...neededWords,
    data: ({ workload, loss, losing }, truth): Words => ({
      line: `${lossLine(workload, loss)}, and ${losing === 'nothing' ? 'nothing' : `at most ${losing}`} may be lost`,
      rows: truth === true && loss.from === 'volume' ? [] : lossRows(loss),
    }),
    time: (because, truth): Words => ({ line: timeLine(because, truth), rows: because.path.steps.map(stepRow) }),
    procedure: ({ store, within, restores }) =>
      `no procedure says how ${store} comes back${restores ? `; to bring a copy back alone takes ${saySpan(restores)}` : ''}, and ${within} is promised`,
    store: ({ store }) => `nobody shows pods of ${store} that keep rows`,
  },
})

function recoveryParts(promise: Recovers, view: View): Parts {
  const pods = storePods(promise, view)
  if (pods.length === 0) return [part('store', undefined, { store: promise.store.name })]
  return [...dataParts(promise, pods, view), ...timeParts(promise, pods, view), ...stepParts(promise, pods, view)]
}

function stepParts({ store, from, by }: Recovers, pods: readonly PodClass[], view: View): Parts {
  if (!by) return []
  const lost = pods.map((pod) => worstLoss(view.estate, pod, from, { noticing: noticingOf(by), denied: view.denied }))
  const isRestored = lost.some((loss) => loss.from === 'backup')
  return neededParts({ from, store: store.name, by, isRestored, restores: restoringTime(pods, view) })
}

function failureName({ kind, of }: Failure): string {
  return kind === 'corruption' ? 'corruption' : `loss-of-a-${of}`
}

function failureText({ kind, of }: Failure): string {
  return kind === 'corruption' ? 'its rows went wrong' : `the loss of the ${of}`
}

function lossText(losing: string): string {
  return losing === 'nothing' ? 'with nothing lost' : `with at most ${losing} lost`
}

/**
 * The pods whose volumes or copies are known. Where nobody says what a component's rows lie on, its end with the whole
 * cluster is certain all the same: any of its pods stands for all.
 */
function storePods({ store, from, in: environment }: Recovers, view: View): readonly PodClass[] {
  const place = environment ?? view.estate.environments[0]?.name ?? ''
  const pods = podsFor(view, store, place).filter(({ steady }) => steady)
  const keeping = pods.filter((pod) => keepsRows(pod, view))
  return keeping.length > 0 || from.of !== 'cluster' ? keeping : pods.slice(0, 1)
}

function keepsRows(pod: PodClass, { estate, denied }: View): boolean {
  const { members, backups, onlySaid } = copiesOf(estate, pod, denied)
  return pod.claims.length > 0 || members.replication !== undefined || backups.length + onlySaid.length > 0
}

function dataParts({ store, losing, from, by }: Recovers, pods: readonly PodClass[], view: View): Parts {
  if (losing === undefined) return []
  const seconds = losing === 'nothing' ? 0 : (secondsOf(losing) ?? 0)
  return pods.map((pod) => {
    const loss = worstLoss(view.estate, pod, from, {
      noticing: noticingOf(by),
      copiesAlone: by !== undefined && !by.steps.some(({ does }) => does === 'promote'),
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
  { from, backups, copies }: WorstLoss,
  { environment, component, name }: PodClass,
  { estate }: View,
): string {
  const store = `${environment ?? estate.cluster}/${component ?? name}`
  if (from === 'backup') return `copies-too-far-apart/${store}`
  if (backups.some(({ why }) => why === 'bound')) return `copies-go-too/${store}`
  return copies.members.share === 'independent' ? `independent-members/${store}` : `one-copy/${store}`
}

function hintOf({ from, span }: WorstLoss): string {
  if (from === 'nothing') return 'a copy that lies where the failure cannot take it'
  const says = span.to === undefined ? ' (say how long a copy takes)' : ''
  return `copies taken more often, or a promise of the interval and the time that a copy takes${says}`
}

// A step that brings rows back takes what the copy's own estimate says, where the step says nothing.
function timeParts({ store, within, by }: Recovers, pods: readonly PodClass[], view: View): Parts {
  if (within === undefined) return []
  const restores = restoringTime(pods, view)
  if (!by) {
    const seconds = secondsOf(within) ?? 0
    const isTooLong = restores !== undefined && isWithin(restores, seconds) === false
    return [part('procedure', isTooLong ? false : undefined, { store: store.name, within, restores })]
  }
  const path = criticalPath(by.steps, { name: by.name, denied: view.denied })
  return [
    part(
      'time',
      isWithin(path.span, secondsOf(within) ?? 0),
      { path, within, procedure: by.name, isBack: true },
      {
        assumes: path.assumes,
        cause: `slow-procedure/${by.name}`,
        stated: [by.stated, ...by.steps.map(({ stated }) => stated)],
      },
    ),
  ]
}

function restoringTime(pods: readonly PodClass[], { estate, denied }: View): Span | undefined {
  const times = pods.flatMap((pod) =>
    copiesOf(estate, pod, denied).backups.flatMap(({ restoresSeconds }) => restoresSeconds ?? []),
  )
  const [least] = times.sort((a, b) => a.to - b.to)
  return least && { from: least.from, to: least.to }
}
