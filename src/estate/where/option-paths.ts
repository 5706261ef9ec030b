// Which options of a component a field of its objects comes from: several where nouns differ, the likeliest first.

import type { FieldPath } from '../../platform/field/field-line.ts'

type Rule = readonly [field: readonly string[], ...options: readonly FieldPath[]]

// A field matches where its names stand in the path in this order; the first rule that matches counts.
const rules: readonly Rule[] = [
  [['replicas'], ['replicas'], ['members']],
  [['minReplicas'], ['scales', 'from'], ['scales']],
  [['maxReplicas'], ['scales', 'to'], ['scales']],
  [['minReplicaCount'], ['scales', 'from'], ['scales']],
  [['maxReplicaCount'], ['scales', 'to'], ['scales']],
  [['metrics'], ['scales', 'on'], ['scales'], ['metrics']],
  [['triggers'], ['scales', 'on'], ['scales']],
  [['behavior', 'scaleUp'], ['scales', 'up'], ['scales']],
  [['behavior', 'scaleDown'], ['scales', 'down'], ['scales']],
  [['updateMode'], ['resizes', 'mode'], ['resizes']],
  [['minAvailable'], ['budget', 'minAvailable']],
  [['maxUnavailable'], ['update', 'maxUnavailable'], ['budget', 'maxUnavailable']],
  [['maxSurge'], ['update', 'maxSurge']],
  [['strategy'], ['update']],
  [['updateStrategy'], ['update']],
  [['volumeClaimTemplates', 'storageClassName'], ['volume', 'class'], ['volume']],
  [
    ['volumeClaimTemplates', 'storage'],
    ['volume', 'size'],
  ],
  [['volumeClaimTemplates'], ['volume']],
  [['volumeMounts'], ['volume', 'mount'], ['volume'], ['backups']],
  [['volumes'], ['backups'], ['volume']],
  [['serviceName'], ['headless'], ['governedBy']],
  [['nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'], ['place', 'require'], ['pool']],
  [
    ['nodeAffinity', 'preferredDuringSchedulingIgnoredDuringExecution'],
    ['place', 'prefer'],
  ],
  [['podAntiAffinity'], ['place', 'apart']],
  [['topologySpreadConstraints'], ['place', 'spread']],
  [['affinity'], ['place']],
  [['tolerations'], ['tolerates'], ['leavesNodeAfter'], ['pool']],
  [['serviceAccountName'], ['account']],
  [['requests', 'storage'], ['backups'], ['volume']],
  [['storageClassName'], ['backups'], ['volume']],
  [
    ['requests', 'cpu'],
    ['requests', 'cpu'],
  ],
  [
    ['requests', 'memory'],
    ['requests', 'memory'],
  ],
  [['requests'], ['requests']],
  [
    ['limits', 'cpu'],
    ['limits', 'cpu'],
  ],
  [
    ['limits', 'memory'],
    ['limits', 'memory'],
  ],
  [['limits'], ['limits']],
  [['resources'], ['requests'], ['limits']],
  [['readinessProbe'], ['readiness']],
  [['livenessProbe'], ['liveness']],
  [['envFrom'], ['secrets'], ['config']],
  [['securityContext'], ['security']],
  [['image'], ['image']],
  [['command'], ['command']],
  [['schedule'], ['schedule'], ['every'], ['backups']],
  [['ports'], ['listens'], ['port'], ['names']],
  [['clusterIP'], ['headless']],
  [['labels'], ['labels']],
]

/** Option paths for a path in a manifest; none where no option says the field. */
export function optionPaths(path: FieldPath): readonly FieldPath[] {
  const rule = rules.find(([field]) => stand(field, path))
  return rule ? rule.slice(1) : []
}

function stand(field: readonly string[], path: FieldPath): boolean {
  let next = 0
  for (const step of path) if (step === field[next]) next++
  return next === field.length
}
