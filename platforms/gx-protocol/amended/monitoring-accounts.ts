// What watches the cluster reads it through the API server, and changes nothing there.

import { written } from 'seaworthy'

const namespace = 'monitoring'

const reads = (
  name: string,
  rules: readonly { readonly apiGroups: readonly string[]; readonly resources: readonly string[] }[],
) => [
  written({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } }),
  written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules: rules.map((rule) => ({ ...rule, verbs: ['get', 'list', 'watch'] })),
  }),
  written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
    roleRef: { kind: 'ClusterRole', name, apiGroup: 'rbac.authorization.k8s.io' },
  }),
]

/** Prometheus finds the pods that it scrapes; kube-state-metrics tells of pods, nodes and jobs. */
export const accounts = [
  ...reads('prometheus', [{ apiGroups: [''], resources: ['pods', 'services', 'endpoints'] }]),
  ...reads('kube-state-metrics', [
    { apiGroups: [''], resources: ['pods', 'nodes'] },
    { apiGroups: ['batch'], resources: ['jobs', 'cronjobs'] },
  ]),
]
