// What a program that copies a store from inside its pod asks of the Kubernetes API: kubectl exec looks the pod up and
// opens a stream into it, by websocket (get) or by SPDY (create).
// Source: k8s.io/kubectl@v0.36.3 pkg/cmd/exec/exec.go; https://kubernetes.io/docs/reference/access-authn-authz/rbac/ (2026-11-21).

import type { ClusterRoleRule } from './cluster-roles.ts'

export const execNeeds: readonly ClusterRoleRule[] = [
  { groups: [''], resources: ['pods'], verbs: ['get', 'list'] },
  { groups: [''], resources: ['pods/exec'], verbs: ['create', 'get'] },
]
