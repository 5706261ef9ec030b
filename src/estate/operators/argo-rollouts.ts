// The pods of an Argo Rollout, said as a Deployment of its name; where it takes another workload's template, as a ReplicaSet.
// argoproj/argo-rollouts v1.10: rollout/replicaset.go, rollout/templateref.go, utils/defaults/defaults.go:15.

import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { type Fields, fieldsAt } from '../import/fields.ts'
import type { Maker, Near, Products } from './maker.ts'
import { countIn, textIn } from './values.ts'

export const rollout: Maker = {
  group: 'argoproj.io',
  kind: 'Rollout',
  operator: 'Argo Rollouts 1.10',
  id: 'argo-rollouts',
  make: productsOf,
}

function productsOf({ manifest }: EstateObject, near: Near): Products {
  const spec = fieldsAt(manifest, 'spec')
  const { name = '', namespace = '', labels } = manifest.metadata
  const metadata = given({ name, namespace: manifest.metadata.namespace, labels })
  const replicas = countIn(spec, 'replicas')
  if (Object.hasOwn(spec, 'template')) {
    const { template, selector, minReadySeconds, progressDeadlineSeconds } = spec
    const own = given({
      replicas,
      selector,
      template,
      minReadySeconds,
      progressDeadlineSeconds,
      strategy: strategyOf(spec),
    })
    const from = {
      'spec.strategy.rollingUpdate': Object.hasOwn(fieldsAt(spec, 'strategy'), 'blueGreen')
        ? 'spec.strategy.blueGreen'
        : 'spec.strategy.canary',
      spec: 'spec',
    }
    return { objects: [{ manifest: { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: own }, from }] }
  }
  const borrowed = templateOf(fieldsAt(spec, 'workloadRef'), namespace, near)
  if (borrowed === undefined) return {}
  const own = given({ replicas, ...borrowed })
  return {
    objects: [{ manifest: { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata, spec: own }, from: { spec: 'spec' } }],
  }
}

// A canary's steps never hold more than these allow; blue and green stand beside each other whole.
function strategyOf(spec: Fields): object {
  const strategy = fieldsAt(spec, 'strategy')
  const { maxSurge = '25%', maxUnavailable = '25%' } = fieldsAt(strategy, 'canary')
  const rollingUpdate = Object.hasOwn(strategy, 'blueGreen')
    ? { maxSurge: '100%', maxUnavailable: 0 }
    : { maxSurge, maxUnavailable }
  return { type: 'RollingUpdate', rollingUpdate }
}

function templateOf(ref: Fields, namespace: string, near: Near): Fields | undefined {
  const kind = textIn(ref, 'kind') ?? ''
  const name = textIn(ref, 'name')
  const group = kind === 'PodTemplate' ? '' : 'apps'
  const found = near.inNamespace(group, kind, namespace).find(({ manifest }) => manifest.metadata.name === name)
  if (found === undefined) return undefined
  if (kind === 'PodTemplate') return { template: found.manifest.template }
  const { template, selector } = fieldsAt(found.manifest, 'spec')
  return { template, selector }
}
