// What the questions need of a cluster. Secrets are not in the list, and nothing asks for them: a list of Secrets, even of
// their names alone, comes with what is in them (an identity that may list them may read them).

export interface Resource {
  /** As kubectl names it, with its group: `deployments.apps`. */
  readonly name: string
  readonly kind: string
  /** A resource of every cluster; the others are there where somebody installed them. */
  readonly builtIn: boolean
}

const builtIn: readonly (readonly [name: string, kind: string])[] = [
  ['nodes', 'Node'],
  ['namespaces', 'Namespace'],
  ['pods', 'Pod'],
  ['services', 'Service'],
  ['configmaps', 'ConfigMap'],
  ['serviceaccounts', 'ServiceAccount'],
  ['persistentvolumes', 'PersistentVolume'],
  ['persistentvolumeclaims', 'PersistentVolumeClaim'],
  ['resourcequotas', 'ResourceQuota'],
  ['limitranges', 'LimitRange'],
  ['replicationcontrollers', 'ReplicationController'],
  ['deployments.apps', 'Deployment'],
  ['statefulsets.apps', 'StatefulSet'],
  ['daemonsets.apps', 'DaemonSet'],
  ['replicasets.apps', 'ReplicaSet'],
  ['jobs.batch', 'Job'],
  ['cronjobs.batch', 'CronJob'],
  ['horizontalpodautoscalers.autoscaling', 'HorizontalPodAutoscaler'],
  ['poddisruptionbudgets.policy', 'PodDisruptionBudget'],
  ['networkpolicies.networking.k8s.io', 'NetworkPolicy'],
  ['ingresses.networking.k8s.io', 'Ingress'],
  ['ingressclasses.networking.k8s.io', 'IngressClass'],
  ['endpointslices.discovery.k8s.io', 'EndpointSlice'],
  ['storageclasses.storage.k8s.io', 'StorageClass'],
  ['csinodes.storage.k8s.io', 'CSINode'],
  ['priorityclasses.scheduling.k8s.io', 'PriorityClass'],
  ['runtimeclasses.node.k8s.io', 'RuntimeClass'],
  ['roles.rbac.authorization.k8s.io', 'Role'],
  ['rolebindings.rbac.authorization.k8s.io', 'RoleBinding'],
  ['clusterroles.rbac.authorization.k8s.io', 'ClusterRole'],
  ['clusterrolebindings.rbac.authorization.k8s.io', 'ClusterRoleBinding'],
  ['customresourcedefinitions.apiextensions.k8s.io', 'CustomResourceDefinition'],
  ['mutatingwebhookconfigurations.admissionregistration.k8s.io', 'MutatingWebhookConfiguration'],
]

const installed: readonly (readonly [name: string, kind: string])[] = [
  ['adminnetworkpolicies.policy.networking.k8s.io', 'AdminNetworkPolicy'],
  ['baselineadminnetworkpolicies.policy.networking.k8s.io', 'BaselineAdminNetworkPolicy'],
  ['clusternetworkpolicies.policy.networking.k8s.io', 'ClusterNetworkPolicy'],
  ['ciliumnetworkpolicies.cilium.io', 'CiliumNetworkPolicy'],
  ['ciliumclusterwidenetworkpolicies.cilium.io', 'CiliumClusterwideNetworkPolicy'],
  ['networkpolicies.crd.projectcalico.org', 'NetworkPolicy'],
  ['globalnetworkpolicies.crd.projectcalico.org', 'GlobalNetworkPolicy'],
  ['authorizationpolicies.security.istio.io', 'AuthorizationPolicy'],
  ['gatewayclasses.gateway.networking.k8s.io', 'GatewayClass'],
  ['gateways.gateway.networking.k8s.io', 'Gateway'],
  ['httproutes.gateway.networking.k8s.io', 'HTTPRoute'],
  ['grpcroutes.gateway.networking.k8s.io', 'GRPCRoute'],
  ['verticalpodautoscalers.autoscaling.k8s.io', 'VerticalPodAutoscaler'],
  ['clusters.postgresql.cnpg.io', 'Cluster'],
  ['poolers.postgresql.cnpg.io', 'Pooler'],
  ['scheduledbackups.postgresql.cnpg.io', 'ScheduledBackup'],
  ['kafkas.kafka.strimzi.io', 'Kafka'],
  ['kafkanodepools.kafka.strimzi.io', 'KafkaNodePool'],
  ['kafkatopics.kafka.strimzi.io', 'KafkaTopic'],
  ['kafkausers.kafka.strimzi.io', 'KafkaUser'],
  ['scaledobjects.keda.sh', 'ScaledObject'],
  ['scaledjobs.keda.sh', 'ScaledJob'],
  ['rollouts.argoproj.io', 'Rollout'],
  ['prometheuses.monitoring.coreos.com', 'Prometheus'],
  ['prometheusagents.monitoring.coreos.com', 'PrometheusAgent'],
  ['thanosrulers.monitoring.coreos.com', 'ThanosRuler'],
  ['alertmanagers.monitoring.coreos.com', 'Alertmanager'],
  ['prometheusrules.monitoring.coreos.com', 'PrometheusRule'],
  ['servicemonitors.monitoring.coreos.com', 'ServiceMonitor'],
  ['podmonitors.monitoring.coreos.com', 'PodMonitor'],
  ['alertmanagerconfigs.monitoring.coreos.com', 'AlertmanagerConfig'],
  ['certificates.cert-manager.io', 'Certificate'],
  ['issuers.cert-manager.io', 'Issuer'],
  ['clusterissuers.cert-manager.io', 'ClusterIssuer'],
  ['externalsecrets.external-secrets.io', 'ExternalSecret'],
  ['secretstores.external-secrets.io', 'SecretStore'],
  ['clustersecretstores.external-secrets.io', 'ClusterSecretStore'],
  ['sealedsecrets.bitnami.com', 'SealedSecret'],
  ['clusterpolicies.kyverno.io', 'ClusterPolicy'],
  ['policies.kyverno.io', 'Policy'],
  ['schedules.velero.io', 'Schedule'],
  ['nodepools.karpenter.sh', 'NodePool'],
]

export const resources: readonly Resource[] = [
  ...builtIn.map(([name, kind]) => ({ name, kind, builtIn: true })),
  ...installed.map(([name, kind]) => ({ name, kind, builtIn: false })),
]
