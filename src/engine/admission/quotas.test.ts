// Source: k8s.io/kubernetes@v1.36.3 pkg/quota/v1/evaluator/core/pods.go:300 (podMatchesScopeFunc).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PodSpec } from '../../kubernetes/types.ts'
import { countsPod, type Quota, type Scope } from './quotas.ts'

const scope = (name: string, operator = 'Exists', ...values: string[]): Scope => ({ name, operator, values })
const asking = { containers: [{ name: 'c', resources: { requests: { cpu: '1' } } }] } as PodSpec
const idle = { containers: [{ name: 'c' }] } as PodSpec
const urgent = { ...idle, priorityClassName: 'urgent' }
const beside = (term: object) =>
  ({ ...idle, affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } }) as PodSpec
const apart = (term: object) =>
  ({
    ...idle,
    affinity: {
      podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] },
    },
  }) as PodSpec

const rows: [says: string, scopes: readonly Scope[], pod: PodSpec, counts: boolean][] = [
  ['no scope counts all', [], idle, true],
  ['a deadline ends', [scope('Terminating')], { ...idle, activeDeadlineSeconds: 0 }, true],
  ['no deadline does not end', [scope('Terminating')], idle, false],
  ['no deadline stays', [scope('NotTerminating')], idle, true],
  ['a deadline does not stay', [scope('NotTerminating')], { ...idle, activeDeadlineSeconds: 5 }, false],
  ['nothing asked is best effort', [scope('BestEffort')], idle, true],
  ['something asked is not', [scope('BestEffort')], asking, false],
  ['something asked is more than best effort', [scope('NotBestEffort')], asking, true],
  ['nothing asked is not more', [scope('NotBestEffort')], idle, false],
  ['a class is there', [scope('PriorityClass')], urgent, true],
  ['a class is not there', [scope('PriorityClass')], idle, false],
  ['no class, as asked', [scope('PriorityClass', 'DoesNotExist')], idle, true],
  ['a class, and none asked', [scope('PriorityClass', 'DoesNotExist')], urgent, false],
  ['this class', [scope('PriorityClass', 'In', 'urgent')], urgent, true],
  ['another class', [scope('PriorityClass', 'In', 'late')], urgent, false],
  ['none of these', [scope('PriorityClass', 'NotIn', 'urgent')], urgent, false],
  ['any other', [scope('PriorityClass', 'NotIn', 'late')], urgent, true],
  ['no class is any other', [scope('PriorityClass', 'NotIn', 'late')], idle, true],
  ['beside pods elsewhere', [scope('CrossNamespacePodAffinity')], beside({ namespaces: ['other'] }), true],
  ['apart from pods of some namespaces', [scope('CrossNamespacePodAffinity')], apart({ namespaceSelector: {} }), true],
  ['beside pods here', [scope('CrossNamespacePodAffinity')], beside({ topologyKey: 'zone' }), false],
  ['a scope of claims counts no pod', [scope('VolumeAttributesClass')], idle, false],
  ['one of two scopes is not enough', [scope('BestEffort'), scope('Terminating')], idle, false],
]

for (const [says, scopes, pod, counts] of rows)
  test(`what a quota counts: ${says}`, () => assert.equal(countsPod({ scopes } as unknown as Quota, pod), counts))
