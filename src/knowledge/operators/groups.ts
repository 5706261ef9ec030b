// API groups of operators: which of their kinds make something, and which have no namespace.
// What is not in this table is opaque: nobody here knows what it makes.

export interface OperatorGroup {
  readonly operator: string
  /** Kinds that belong to no namespace. */
  readonly clusterWide?: readonly string[]
  /** Kinds that make objects whose names and shapes are not known here, with the kinds that they make; `anything` may stand anywhere. All other kinds make nothing unknown. */
  readonly opaque?: { readonly [kind: string]: readonly string[] | 'anything' }
}

/** The operator of an API group; undefined for a group that is neither Kubernetes' own nor in the table. */
export function operatorGroup(group: string): OperatorGroup | undefined {
  if (isKubernetes(group)) return kubernetes
  return Object.hasOwn(groups, group) ? groups[group] : groups[bySuffix(group)]
}

const kubernetes: OperatorGroup = { operator: 'Kubernetes' }

// Groups without a dot, and those under k8s.io, are the Kubernetes project's own; x-k8s.io is open to anybody of it.
function isKubernetes(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io')
}

function bySuffix(group: string): string {
  return suffixes.find((suffix) => group.endsWith(suffix)) ?? ''
}

const suffixes = ['.toolkit.fluxcd.io', '.istio.io', '.linkerd.io', '.cattle.io'] as const

const pods = ['Pod', 'PersistentVolumeClaim']
const workload = [
  'Deployment',
  'StatefulSet',
  'Pod',
  'Service',
  'ServiceAccount',
  'ConfigMap',
  'Secret',
  'Role',
  'RoleBinding',
]

// Scopes: `spec.scope` of the projects' CustomResourceDefinitions, at the versions that src/knowledge/operators names.
const groups: { readonly [group: string]: OperatorGroup } = {
  'postgresql.cnpg.io': { operator: 'CloudNativePG', clusterWide: ['ClusterImageCatalog'] },
  'barmancloud.cnpg.io': { operator: 'CloudNativePG' },
  'kafka.strimzi.io': {
    operator: 'Strimzi',
    opaque: { KafkaConnect: workload, KafkaMirrorMaker2: workload, KafkaMirrorMaker: workload, KafkaBridge: workload },
  },
  'core.strimzi.io': { operator: 'Strimzi' },
  'keda.sh': { operator: 'KEDA', clusterWide: ['ClusterTriggerAuthentication'], opaque: { ScaledJob: ['Job', 'Pod'] } },
  'eventing.keda.sh': { operator: 'KEDA', clusterWide: ['ClusterCloudEventSource'] },
  'argoproj.io': {
    operator: 'Argo',
    clusterWide: ['ClusterAnalysisTemplate', 'ClusterWorkflowTemplate'],
    opaque: {
      Experiment: ['ReplicaSet', 'Pod', 'Service'],
      Workflow: pods,
      CronWorkflow: pods,
      EventSource: workload,
      Sensor: workload,
      EventBus: workload,
      ArgoCD: 'anything',
    },
  },
  'monitoring.coreos.com': {
    operator: 'Prometheus Operator',
    opaque: { ThanosRuler: workload, PrometheusAgent: workload },
  },
  'cert-manager.io': { operator: 'cert-manager', clusterWide: ['ClusterIssuer'] },
  'acme.cert-manager.io': { operator: 'cert-manager' },
  'trust.cert-manager.io': { operator: 'trust-manager', clusterWide: ['Bundle', 'ClusterBundle'] },
  'external-secrets.io': {
    operator: 'External Secrets',
    clusterWide: ['ClusterSecretStore', 'ClusterExternalSecret', 'ClusterPushSecret'],
  },
  'generators.external-secrets.io': { operator: 'External Secrets', clusterWide: ['ClusterGenerator'] },
  'bitnami.com': { operator: 'Sealed Secrets' },
  'secrets.hashicorp.com': { operator: 'Vault Secrets Operator' },
  'secrets-store.csi.x-k8s.io': { operator: 'Secrets Store CSI driver' },
  'onepassword.com': { operator: '1Password Operator' },
  'isindir.github.com': { operator: 'SOPS Secrets Operator' },
  'secrets.infisical.com': { operator: 'Infisical' },
  'karpenter.sh': {
    operator: 'Karpenter',
    clusterWide: ['NodePool', 'NodeClaim', 'NodeOverlay'],
    opaque: { NodePool: ['Node'] },
  },
  'karpenter.k8s.aws': { operator: 'Karpenter', clusterWide: ['EC2NodeClass'] },
  'karpenter.azure.com': { operator: 'Karpenter', clusterWide: ['AKSNodeClass'] },
  'cilium.io': {
    operator: 'Cilium',
    clusterWide: [
      'CiliumClusterwideNetworkPolicy',
      'CiliumClusterwideEnvoyConfig',
      'CiliumEgressGatewayPolicy',
      'CiliumLoadBalancerIPPool',
      'CiliumL2AnnouncementPolicy',
      'CiliumCIDRGroup',
      'CiliumNode',
      'CiliumIdentity',
      'CiliumBGPClusterConfig',
      'CiliumBGPPeerConfig',
      'CiliumBGPAdvertisement',
      'CiliumBGPPeeringPolicy',
    ],
  },
  'projectcalico.org': {
    operator: 'Calico',
    clusterWide: ['GlobalNetworkPolicy', 'GlobalNetworkSet', 'IPPool', 'Tier'],
  },
  'crd.projectcalico.org': {
    operator: 'Calico',
    clusterWide: ['GlobalNetworkPolicy', 'GlobalNetworkSet', 'IPPool', 'Tier', 'FelixConfiguration', 'BGPPeer'],
  },
  'operator.tigera.io': { operator: 'Calico', clusterWide: ['Installation', 'APIServer'] },
  'metallb.io': { operator: 'MetalLB' },
  'k8s.cni.cncf.io': { operator: 'Multus' },
  'traefik.io': { operator: 'Traefik' },
  'traefik.containo.us': { operator: 'Traefik' },
  'projectcontour.io': { operator: 'Contour' },
  'getambassador.io': { operator: 'Emissary' },
  'configuration.konghq.com': { operator: 'Kong', clusterWide: ['KongClusterPlugin'] },
  'k8s.nginx.org': { operator: 'NGINX Ingress Controller' },
  'gateway.envoyproxy.io': { operator: 'Envoy Gateway' },
  'networking.gke.io': { operator: 'Google Kubernetes Engine' },
  'cloud.google.com': { operator: 'Google Kubernetes Engine' },
  'elbv2.k8s.aws': { operator: 'AWS Load Balancer Controller', clusterWide: ['IngressClassParams'] },
  'vpcresources.k8s.aws': { operator: 'Amazon VPC resource controller' },
  'kyverno.io': { operator: 'Kyverno', clusterWide: ['ClusterPolicy', 'GlobalContextEntry'] },
  'templates.gatekeeper.sh': { operator: 'Gatekeeper', clusterWide: ['ConstraintTemplate'] },
  'config.gatekeeper.sh': { operator: 'Gatekeeper' },
  'constraints.gatekeeper.sh': { operator: 'Gatekeeper' },
  'velero.io': { operator: 'Velero' },
  'chaos-mesh.org': { operator: 'Chaos Mesh' },
  'flagger.app': { operator: 'Flagger', opaque: { Canary: ['Deployment', 'Service', 'HorizontalPodAutoscaler'] } },
  'grafana.integreatly.org': { operator: 'Grafana Operator', opaque: { Grafana: workload } },
  'opentelemetry.io': {
    operator: 'OpenTelemetry Operator',
    opaque: { OpenTelemetryCollector: ['DaemonSet', ...workload], TargetAllocator: workload, OpAMPBridge: workload },
  },
  'pyrra.dev': { operator: 'Pyrra', opaque: { ServiceLevelObjective: ['PrometheusRule', 'ConfigMap'] } },
  'sloth.slok.dev': { operator: 'Sloth', opaque: { PrometheusServiceLevel: ['PrometheusRule'] } },
  'helm.cattle.io': { operator: 'K3s', opaque: { HelmChart: 'anything' } },
  '.toolkit.fluxcd.io': { operator: 'Flux' },
  '.istio.io': { operator: 'Istio' },
  '.linkerd.io': { operator: 'Linkerd' },
  '.cattle.io': { operator: 'Rancher' },
}
