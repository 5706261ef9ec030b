import { readManifests } from '../../src/kubernetes/read.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import { rareSamples } from './rare-samples.ts'
import { referenceSamples } from './reference-samples.ts'
import { volumeSamples } from './volume-samples.ts'

// Each is accepted as it stands; between them they use nearly every field that the engine judges.
const text = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: checkout, namespace: shop, labels: {app: checkout, team: payments}, annotations: {example.com/owner: 'a b'}}
spec:
  replicas: 3
  revisionHistoryLimit: 2
  minReadySeconds: 5
  progressDeadlineSeconds: 120
  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 0}}
  selector: {matchLabels: {app: checkout}}
  template:
    metadata: {labels: {app: checkout, tier: front}, annotations: {prometheus.io/scrape: 'true'}}
    spec:
      serviceAccountName: default
      terminationGracePeriodSeconds: 45
      priorityClassName: system-cluster-critical
      securityContext: {runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: {type: RuntimeDefault}}
      nodeSelector: {kubernetes.io/os: linux}
      tolerations: [{key: dedicated, operator: Equal, value: shop, effect: NoSchedule}, {key: spot, operator: Exists, effect: NoExecute, tolerationSeconds: 30}]
      topologySpreadConstraints: [{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: checkout}}, minDomains: 2}]
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: In, values: [ssd]}, {key: cores, operator: Gt, values: ['4']}]}]}
          preferredDuringSchedulingIgnoredDuringExecution: [{weight: 10, preference: {matchExpressions: [{key: zone, operator: Exists}]}}]
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {app: checkout}}, topologyKey: kubernetes.io/hostname}]
          preferredDuringSchedulingIgnoredDuringExecution: [{weight: 100, podAffinityTerm: {labelSelector: {matchExpressions: [{key: app, operator: NotIn, values: [a]}]}, topologyKey: zone, namespaces: [shop]}}]
      initContainers:
        - {name: wait, image: 'busybox:1', command: [sh, -c, 'true'], resources: {requests: {cpu: 10m}}}
        - {name: proxy, image: 'proxy:1', restartPolicy: Always, ports: [{containerPort: 15000}]}
      containers:
        - name: checkout
          image: registry.example/shop/checkout:1.2
          imagePullPolicy: IfNotPresent
          command: [node]
          args: [server.js]
          ports: [{name: http, containerPort: 8080, protocol: TCP}, {name: metrics, containerPort: 9090}]
          env: [{name: LOG, value: info}, {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}, {name: PASS, valueFrom: {secretKeyRef: {name: checkout, key: password}}}, {name: CONF, valueFrom: {configMapKeyRef: {name: checkout, key: mode, optional: true}}}]
          envFrom: [{configMapRef: {name: checkout}}, {prefix: S_, secretRef: {name: checkout}}]
          resources: {requests: {cpu: 250m, memory: 256Mi, ephemeral-storage: 1Gi}, limits: {cpu: '1', memory: 512Mi, ephemeral-storage: 2Gi}}
          readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 3, successThreshold: 2}
          livenessProbe: {tcpSocket: {port: 8080}, initialDelaySeconds: 10, terminationGracePeriodSeconds: 20}
          startupProbe: {exec: {command: [cat, /ready]}, failureThreshold: 30}
          lifecycle: {preStop: {exec: {command: [sleep, '5']}}, postStart: {httpGet: {path: /, port: 8080}}}
          securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
          volumeMounts: [{name: config, mountPath: /etc/app, readOnly: true}, {name: scratch, mountPath: /tmp, subPath: a}]
        - {name: agent, image: agent, ports: [{containerPort: 9100, hostPort: 9100}]}
      volumes:
        - {name: config, configMap: {name: checkout, items: [{key: a, path: a.yaml}], defaultMode: 0644}}
        - {name: scratch, emptyDir: {sizeLimit: 1Gi, medium: Memory}}
        - {name: secret, secret: {secretName: checkout, optional: true}}
        - {name: data, persistentVolumeClaim: {claimName: data}}
        - {name: host, hostPath: {path: /var/log, type: Directory}}
        - {name: all, projected: {sources: [{secret: {name: a}}, {downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}}]}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: small, namespace: shop}
spec:
  selector: {matchLabels: {app: small}}
  template: {metadata: {labels: {app: small}}, spec: {containers: [{name: c, image: x}]}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: orders-db, namespace: shop}
spec:
  serviceName: orders-db
  replicas: 3
  podManagementPolicy: Parallel
  updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}
  persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Delete}
  ordinals: {start: 1}
  selector: {matchLabels: {app: orders-db}, matchExpressions: [{key: app, operator: Exists}]}
  template:
    metadata: {labels: {app: orders-db}}
    spec:
      containers:
        - name: postgres
          image: postgres:17
          ports: [{name: sql, containerPort: 5432}]
          resources: {requests: {cpu: 1, memory: 2Gi}, limits: {memory: 2Gi}}
          volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]
  volumeClaimTemplates:
    - metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 100Gi}}}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: shop}
spec:
  selector: {matchLabels: {app: agent}}
  updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 10%}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      hostNetwork: true
      hostPID: true
      dnsPolicy: ClusterFirstWithHostNet
      tolerations: [{operator: Exists}]
      containers: [{name: agent, image: agent:1, ports: [{containerPort: 9100, hostPort: 9100}], securityContext: {privileged: true}}]
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: backup, namespace: shop}
spec:
  schedule: '0 */6 * * *'
  timeZone: Europe/Berlin
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 300
  successfulJobsHistoryLimit: 3
  failedJobsHistoryLimit: 1
  jobTemplate:
    spec:
      backoffLimit: 2
      activeDeadlineSeconds: 3600
      ttlSecondsAfterFinished: 100
      template:
        spec:
          restartPolicy: OnFailure
          containers: [{name: dump, image: 'postgres:17', command: [pg_dump], volumeMounts: [{name: out, mountPath: /out}]}]
          volumes: [{name: out, persistentVolumeClaim: {claimName: backups}}]
---
apiVersion: batch/v1
kind: Job
metadata: {name: migrate, namespace: shop}
spec:
  completions: 2
  parallelism: 1
  backoffLimit: 4
  completionMode: NonIndexed
  template: {metadata: {labels: {app: migrate}}, spec: {restartPolicy: Never, containers: [{name: c, image: x}]}}
---
apiVersion: v1
kind: Pod
metadata: {name: bare, namespace: shop, labels: {app: bare}}
spec:
  containers: [{name: c, image: x, resources: {limits: {cpu: 1, memory: 1Gi}}}]
  hostname: bare
  subdomain: pods
  dnsPolicy: Default
  hostAliases: [{ip: 10.1.2.3, hostnames: [a.example]}]
  imagePullSecrets: [{name: pull}]
---
apiVersion: v1
kind: Service
metadata: {name: checkout, namespace: shop, labels: {app: checkout}}
spec:
  type: ClusterIP
  selector: {app: checkout}
  ports: [{name: http, port: 80, targetPort: http, appProtocol: http}, {name: metrics, port: 9090, targetPort: 9090, protocol: TCP}]
  sessionAffinity: ClientIP
---
apiVersion: v1
kind: Service
metadata: {name: orders-db, namespace: shop}
spec: {clusterIP: None, selector: {app: orders-db}, publishNotReadyAddresses: true, ports: [{port: 5432}]}
---
apiVersion: v1
kind: Service
metadata: {name: door, namespace: shop}
spec: {type: NodePort, externalTrafficPolicy: Local, selector: {app: door}, ports: [{port: 443, nodePort: 30443}]}
---
apiVersion: v1
kind: Service
metadata: {name: outside, namespace: shop}
spec: {type: ExternalName, externalName: db.example.com}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: checkout, namespace: shop}
data: {mode: fast, app.yaml: "a: 1\\n"}
binaryData: {logo: aGVsbG8=}
immutable: true
---
apiVersion: v1
kind: Secret
metadata: {name: checkout, namespace: shop}
type: Opaque
stringData: {user: a}
data: {password: aGVsbG8=}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: backups, namespace: shop}
spec: {accessModes: [ReadWriteOnce], storageClassName: fast, volumeMode: Filesystem, resources: {requests: {storage: 50Gi}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: orders-db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: orders-db}}
  policyTypes: [Ingress, Egress]
  ingress: [{from: [{podSelector: {matchLabels: {app: checkout}}, namespaceSelector: {matchLabels: {team: shop}}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}], ports: [{protocol: TCP, port: 5432}, {port: sql}]}]
  egress: [{to: [{namespaceSelector: {}}], ports: [{protocol: UDP, port: 53}, {port: 8000, endPort: 8080}]}]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: checkout, namespace: shop}
spec: {minAvailable: 50%, selector: {matchLabels: {app: checkout}}, unhealthyPodEvictionPolicy: AlwaysAllow}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: orders-db, namespace: shop}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: orders-db}}}
---
apiVersion: v1
kind: LimitRange
metadata: {name: sizes, namespace: shop}
spec:
  limits:
    - {type: Container, default: {cpu: 500m, memory: 512Mi}, defaultRequest: {cpu: 100m, memory: 128Mi}, min: {cpu: 10m}, max: {cpu: '4', memory: 8Gi}, maxLimitRequestRatio: {cpu: '10'}}
    - {type: Pod, max: {memory: 16Gi}}
    - {type: PersistentVolumeClaim, min: {storage: 1Gi}, max: {storage: 500Gi}}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: shop, namespace: shop}
spec: {hard: {requests.cpu: '16', requests.memory: 64Gi, limits.cpu: '32', pods: '50', count/deployments.apps: '10', persistentvolumeclaims: '5', requests.storage: 1Ti, fast.storageclass.storage.k8s.io/requests.storage: 500Gi}}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: best, namespace: shop}
spec: {hard: {pods: '4'}, scopes: [BestEffort], scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [low]}]}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules: [{apiGroups: ['', apps], resources: [pods, deployments], verbs: [get, list]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: reader, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: checkout, namespace: shop}, {kind: User, name: ann, apiGroup: rbac.authorization.k8s.io}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: oracle-sample}
rules: [{apiGroups: [''], resources: [nodes], verbs: [get]}, {nonResourceURLs: [/metrics], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: oracle-sample}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: oracle-sample}
subjects: [{kind: Group, name: ops, apiGroup: rbac.authorization.k8s.io}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: checkout, namespace: shop}
automountServiceAccountToken: false
imagePullSecrets: [{name: pull}]
---
apiVersion: v1
kind: Namespace
metadata: {name: sample-new, labels: {team: shop, pod-security.kubernetes.io/enforce: baseline}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: checkout, namespace: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: checkout}
  minReplicas: 2
  maxReplicas: 10
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
  behavior: {scaleDown: {stabilizationWindowSeconds: 300, policies: [{type: Percent, value: 10, periodSeconds: 60}]}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec:
  ingressClassName: nginx
  tls: [{hosts: [shop.example.com], secretName: tls}]
  rules: [{host: shop.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: checkout, port: {name: http}}}}]}}]
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: sample-high}
value: 1000
preemptionPolicy: Never
description: for the shop
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: sample-fast}
provisioner: example.com/disk
reclaimPolicy: Retain
volumeBindingMode: WaitForFirstConsumer
allowVolumeExpansion: true
parameters: {type: ssd}
`

/** Good objects of every kind that Seaworthy writes or judges, one or more a kind. */
export function samples(): readonly Manifest[] {
  const { manifests, problems } = readManifests(
    `${text}---${rareSamples}---${referenceSamples}---\n${volumeSamples}`,
    'samples',
  )
  if (problems.length > 0) throw new Error(problems.map(({ line, says }) => `samples:${line}: ${says}`).join('\n'))
  return manifests.map(({ manifest }) => manifest)
}
