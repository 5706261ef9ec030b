// What is said of autoscalers a second time, against the ones that are there: bounds, what they measure, how fast.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { EstateObject } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf, scaledNouns } from '../../platform/derive.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import type { View } from '../world.ts'
import { type Autoscales, type SaidTwiceParts, saidTwiceParts, saidTwiceWords } from './said-twice.ts'

type Rules = SaidTwiceParts & {
  scaled: { readonly name: string; readonly unsaid: readonly string[] }
  cooldown: { readonly said: string }
}

export const autoscales = definePromise<Rules>()({
  kind: 'autoscales',
  asks: 'Does every autoscaler scale as it is said elsewhere?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    const many = where ? componentsOf(where).filter(({ noun }) => scaledNouns.has(noun)) : []
    const pods = view ? scaledPods(promise, view, place, many) : []
    for (const pod of pods)
      yield {
        id: [place, pod.name],
        environment,
        cluster,
        says: `${pod.name} scales as it is said`,
        source: pod.source,
        parts: view ? partsOf(promise, pod, view) : [],
      }
  },

  says: {
    scaled: ({ name, unsaid }, truth) =>
      truth === undefined
        ? `an autoscaler of ${name} is said, and nobody says ${unsaid.join(', ')}`
        : `nobody scales ${name}: there is no autoscaler for it`,
    ...saidTwiceWords,
    cooldown: ({ said }) =>
      `${said} between two changes are said, and an autoscaler has no such setting: each direction has a window, and steps with a period`,
  },
})

// Where none is named: what is one of many alike, as an environment scales it.
function scaledPods(promise: Autoscales, view: View, place: string, many: readonly Component[]): readonly PodClass[] {
  const names = new Set((promise.of ?? many).map(({ name }) => name))
  return view.pods.filter(
    ({ kind, steady, environment, component, source }) =>
      kind === 'Deployment' &&
      steady &&
      environment === place &&
      component !== undefined &&
      source.made === undefined &&
      names.has(component),
  )
}

function partsOf(promise: Autoscales, pod: PodClass, view: View): readonly AnyPart<Rules>[] {
  const { so } = promise
  const objects = new Map<Ref, EstateObject>(view.estate.objects.map((object) => [object.ref, object]))
  const autoscalers = (pod.scales?.by ?? []).flatMap((ref) => objects.get(ref) ?? [])
  const cause = `autoscaler-said-twice/${view.estate.cluster}/${pod.namespace}/${pod.name}`
  if (autoscalers.length === 0) {
    const unsaid = view.estate.facts.flatMap((fact) =>
      fact.trait === 'scales' && fact.of === pod.workload ? fact.unsaid : [],
    )
    return [
      part(
        'scaled',
        unsaid.length > 0 ? undefined : false,
        { name: pod.name, unsaid },
        { at: { source: pod.source }, cause },
      ),
    ]
  }
  return [
    ...autoscalers.flatMap((object) => saidTwiceParts(so, object, cause)),
    ...(so.cooldown === undefined
      ? []
      : [
          part(
            'cooldown',
            false,
            { said: so.cooldown },
            {
              cause: `no-cooldown/${view.estate.cluster}`,
              hint: 'a window for each direction (up.window, down.window)',
            },
          ),
        ]),
  ]
}
