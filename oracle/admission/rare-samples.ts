// Fields and kinds that people write seldom: each object is accepted as it stands.
export const rareSamples = `
apiVersion: v1
kind: Pod
metadata: {name: odd, namespace: shop, labels: {app: odd, tier: x}}
spec:
  hostUsers: true
  hostname: odd
  subdomain: odds
  dnsPolicy: None
  dnsConfig: {nameservers: [10.0.0.10], searches: [svc.cluster.local, _tcp.example.com], options: [{name: ndots, value: '5'}]}
  hostAliases: [{ip: 10.1.2.3, hostnames: [a.example.com]}]
  schedulingGates: [{name: example.com/wait}]
  readinessGates: [{conditionType: example.com/ready}]
  enableServiceLinks: false
  terminationGracePeriodSeconds: 60
  preemptionPolicy: PreemptLowerPriority
  activeDeadlineSeconds: 3600
  securityContext: {seccompProfile: {type: Localhost, localhostProfile: p/a.json}, supplementalGroups: [5], fsGroupChangePolicy: OnRootMismatch, supplementalGroupsPolicy: Merge}
  resources: {requests: {cpu: '2', memory: 2Gi}, limits: {cpu: '4', memory: 4Gi}}
  topologySpreadConstraints: [{maxSkew: 2, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchExpressions: [{key: app, operator: Exists}]}, matchLabelKeys: [tier], nodeAffinityPolicy: Ignore, nodeTaintsPolicy: Honor}]
  affinity:
    podAffinity:
      requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {a: b}}, topologyKey: zone, namespaceSelector: {}, matchLabelKeys: [tier], mismatchLabelKeys: [app]}]
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: [n1]}]}]}
  initContainers: [{name: i, image: i, restartPolicy: Always, startupProbe: {grpc: {port: 9000, service: s}}, lifecycle: {preStop: {sleep: {seconds: 5}}}}]
  containers:
    - name: a
      image: a
      restartPolicy: Always
      ports: [{containerPort: 80, hostPort: 80, protocol: TCP}, {containerPort: 53, protocol: UDP, name: dns}]
      env: [{name: CPU, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}, {name: L, valueFrom: {fieldRef: {fieldPath: "metadata.labels['app']"}}}]
      resources: {limits: {hugepages-2Mi: 4Mi, memory: 1Gi, cpu: '1', example.com/gpu: 2}, requests: {memory: 1Gi}}
      resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]
      volumeDevices: [{name: blk, devicePath: /dev/x}]
      volumeMounts: [{name: down, mountPath: /d, readOnly: true, recursiveReadOnly: IfPossible}, {name: eph, mountPath: /e, subPathExpr: $(POD)}]
      livenessProbe: {httpGet: {path: /, port: 80, scheme: HTTPS, httpHeaders: [{name: X-A, value: b}]}}
      securityContext: {privileged: false, runAsGroup: 5, procMount: Default, capabilities: {add: [NET_ADMIN]}, seccompProfile: {type: Unconfined}}
  volumes:
    - {name: blk, persistentVolumeClaim: {claimName: blk}}
    - {name: down, downwardAPI: {defaultMode: 0400, items: [{path: a/b, fieldRef: {fieldPath: metadata.annotations}}, {path: cpu, resourceFieldRef: {containerName: a, resource: requests.cpu}}]}}
    - {name: eph, ephemeral: {volumeClaimTemplate: {metadata: {labels: {a: b}}, spec: {accessModes: [ReadWriteOncePod], volumeMode: Filesystem, resources: {requests: {storage: 1Gi}}}}}}
    - {name: nfs, nfs: {server: s, path: /p}}
    - {name: tok, projected: {sources: [{configMap: {name: a, items: [{key: k, path: p, mode: 0644}]}}]}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: idx, namespace: shop}
spec: {completionMode: Indexed, completions: 5, parallelism: 2, backoffLimitPerIndex: 1, ttlSecondsAfterFinished: 100, suspend: true, template: {spec: {restartPolicy: Never, containers: [{name: c, image: c}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: ext, namespace: shop}
spec: {type: ExternalName, externalName: shop.example.com}
---
apiVersion: v1
kind: Service
metadata: {name: lb, namespace: shop}
spec: {type: LoadBalancer, externalTrafficPolicy: Local, internalTrafficPolicy: Cluster, loadBalancerClass: example.com/lb, loadBalancerSourceRanges: [10.0.0.0/8], allocateLoadBalancerNodePorts: true, trafficDistribution: PreferSameZone, sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 100}}, externalIPs: [203.0.113.7], ports: [{name: a, port: 80, targetPort: http, appProtocol: kubernetes.io/h2c}, {name: b, port: 80, protocol: UDP}], selector: {app: lb}}
---
apiVersion: v1
kind: Service
metadata: {name: np, namespace: shop}
spec: {type: NodePort, ports: [{name: a, port: 80, nodePort: 30123}, {name: b, port: 81, nodePort: 30124}]}
---
apiVersion: v1
kind: Service
metadata: {name: headless, namespace: shop}
spec: {clusterIP: None, publishNotReadyAddresses: true, ports: [{port: 80}]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: 'sample:agg'}
aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}
rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*'], resourceNames: [x]}]
---
apiVersion: v1
kind: Secret
metadata: {name: tls, namespace: shop}
type: kubernetes.io/tls
data: {tls.crt: YQ==, tls.key: YQ==}
---
apiVersion: v1
kind: Secret
metadata: {name: basic, namespace: shop}
type: kubernetes.io/basic-auth
stringData: {username: a, password: b}
---
apiVersion: v1
kind: Secret
metadata: {name: ssh, namespace: shop}
type: kubernetes.io/ssh-auth
data: {ssh-privatekey: YQ==}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: sample-local}
spec: {capacity: {storage: 10Gi}, accessModes: [ReadWriteOnce], volumeMode: Filesystem, persistentVolumeReclaimPolicy: Retain, storageClassName: local, local: {path: /mnt/a}, nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [n1]}]}]}}}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: sample-host}
spec: {capacity: {storage: 10Gi}, accessModes: [ReadWriteOnce], hostPath: {path: /mnt/a, type: Directory}, claimRef: {namespace: shop, name: x}}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: scoped, namespace: shop}
spec: {hard: {pods: '5', requests.cpu: '1', limits.memory: 1Gi}, scopes: [NotTerminating, NotBestEffort]}
---
apiVersion: v1
kind: LimitRange
metadata: {name: kinds, namespace: shop}
spec: {limits: [{type: Pod, max: {cpu: '4'}, min: {cpu: 10m}, maxLimitRequestRatio: {cpu: '5'}}, {type: PersistentVolumeClaim, min: {storage: 1Gi}, max: {storage: 10Gi}}, {type: Container, default: {cpu: '1', example.com/gpu: 1}, defaultRequest: {cpu: 500m, example.com/gpu: 1}, maxLimitRequestRatio: {cpu: '10'}}]}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: blk, namespace: shop}
spec: {accessModes: [ReadWriteOnce, ReadOnlyMany], volumeMode: Block, selector: {matchLabels: {a: b}}, storageClassName: '', volumeName: pv, resources: {requests: {storage: 1Gi}}}
---
apiVersion: v1
kind: Node
metadata: {name: sample-n1, labels: {a: b}}
spec: {taints: [{key: a, value: b, effect: NoSchedule}, {key: a, effect: NoExecute}], unschedulable: true}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: shop}
spec:
  selector: {matchExpressions: [{key: app, operator: In, values: [agent, old]}]}
  updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 0, maxSurge: 30%}}
  template: {metadata: {labels: {app: agent}}, spec: {hostPID: true, nodeSelector: {a: b}, containers: [{name: c, image: c, securityContext: {privileged: true}, volumeMounts: [{name: h, mountPath: /h, mountPropagation: Bidirectional}]}], volumes: [{name: h, hostPath: {path: /}}]}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  serviceName: db
  podManagementPolicy: Parallel
  ordinals: {start: 2}
  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete, whenScaled: Retain}
  updateStrategy: {rollingUpdate: {partition: 1}}
  selector: {matchLabels: {app: db}}
  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: c, image: c, volumeMounts: [{name: data, mountPath: /d}, {name: own, mountPath: /o}]}], volumes: [{name: own, emptyDir: {}}, {name: data, emptyDir: {}}]}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: all, namespace: shop}
spec:
  podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [a]}]}
  policyTypes: [Ingress, Egress]
  ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {a: b}}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}], ports: [{port: http}, {protocol: SCTP, port: 80, endPort: 90}]}]
  egress: [{to: [{ipBlock: {cidr: '2001:db8::/32', except: ['2001:db8:1::/48']}}], ports: [{protocol: UDP}]}, {}]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: b, namespace: shop}
spec: {maxUnavailable: 30%, selector: {matchLabels: {a: b}}, unhealthyPodEvictionPolicy: AlwaysAllow}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: c, namespace: shop}
spec: {schedule: '*/5 2-4 * jan,mar mon-fri', timeZone: Europe/Zurich, concurrencyPolicy: Forbid, suspend: true, startingDeadlineSeconds: 60, successfulJobsHistoryLimit: 0, jobTemplate: {metadata: {labels: {a: b}}, spec: {backoffLimit: 1, template: {spec: {restartPolicy: OnFailure, containers: [{name: c, image: c}]}}}}}

---
apiVersion: v1
kind: Pod
metadata: {name: over, namespace: shop}
spec:
  hostnameOverride: over.example.com
  initContainers: [{name: i, image: i, resizePolicy: [{resourceName: memory, restartPolicy: NotRequired}]}]
  containers: [{name: c, image: c, ports: [{containerPort: 80}]}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: hosted, namespace: shop}
spec:
  selector: {matchLabels: {app: db}}
  template: {metadata: {labels: {app: db}}, spec: {hostname: a, subdomain: b, containers: [{name: c, image: c}]}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: worker, namespace: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: worker}
  maxReplicas: 5
  metrics:
    - {type: Pods, pods: {metric: {name: queue_length, selector: {matchLabels: {queue: a}}}, target: {type: AverageValue, averageValue: '30'}}}
    - {type: Object, object: {describedObject: {apiVersion: networking.k8s.io/v1, kind: Ingress, name: door}, metric: {name: requests}, target: {type: Value, value: 2k}}}
    - {type: External, external: {metric: {name: lag}, target: {type: AverageValue, averageValue: '10'}}}
    - {type: ContainerResource, containerResource: {name: memory, container: app, target: {type: Utilization, averageUtilization: 60}}}
    - {type: Resource, resource: {name: memory, target: {type: AverageValue, averageValue: 500Mi}}}
  behavior:
    scaleUp: {stabilizationWindowSeconds: 0, selectPolicy: Max, policies: [{type: Pods, value: 4, periodSeconds: 15}, {type: Percent, value: 100, periodSeconds: 15}]}
    scaleDown: {selectPolicy: Disabled}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: plain, namespace: shop}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: plain}, maxReplicas: 3}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: many, namespace: shop, annotations: {kubernetes.io/ingress.class: nginx}}
spec:
  defaultBackend: {service: {name: checkout, port: {number: 80}}}
  tls: [{hosts: ['*.example.com', a.example.com], secretName: tls}, {hosts: [b.example.com]}]
  rules:
    - {host: '*.example.com', http: {paths: [{path: /a/b, pathType: Exact, backend: {service: {name: checkout, port: {number: 8080}}}}, {pathType: ImplementationSpecific, backend: {service: {name: orders, port: {name: web}}}}]}}
    - {http: {paths: [{path: /, pathType: Prefix, backend: {resource: {apiGroup: example.com, kind: Bucket, name: static}}}]}}
    - {host: c.example.com}
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: sample-inner, annotations: {ingressclass.kubernetes.io/is-default-class: 'false'}}
spec: {controller: example.com/ingress-controller}
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: sample-low}
value: -10
globalDefault: false
`
