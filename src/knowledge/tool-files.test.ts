import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toolOf } from './tool-files.ts'

const rows: [apiVersion: string, kind: string, tool: string | undefined][] = [
  ['kind.x-k8s.io/v1alpha4', 'Cluster', 'kind'],
  ['skaffold/v4beta13', 'Config', 'Skaffold'],
  ['v1', 'Config', 'kubectl'],
  ['v1', 'ConfigMap', undefined],
  ['kubeadm.k8s.io/v1beta4', 'ClusterConfiguration', 'kubeadm'],
  ['audit.k8s.io/v1', 'Policy', 'kube-apiserver'],
  ['policy/v1', 'PodDisruptionBudget', undefined],
  ['eksctl.io/v1alpha5', 'ClusterConfig', 'eksctl'],
  ['postgresql.cnpg.io/v1', 'Cluster', undefined],
  ['cluster.x-k8s.io/v1beta1', 'Cluster', undefined],
  ['kyverno.io/v1', 'ClusterPolicy', undefined],
  ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization', undefined],
  ['__proto__', 'constructor', undefined],
]

for (const [apiVersion, kind, tool] of rows) {
  test(`${apiVersion} ${kind}: ${tool ?? 'an object'}`, () => assert.equal(toolOf({ apiVersion, kind }), tool))
}
