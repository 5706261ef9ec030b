// What each question reads, when it breaks and what it leaves open, what lacks a verdict, and how to see it on a cluster.
// `{kind}`, `{namespace}` and `{name}` are those of the object that a verdict is about.

import { explainedPlans } from './explained-plans.ts'
import { explainedTiers } from './explained-tiers.ts'
import { explainedTraffic } from './explained-traffic.ts'
import { explainedMonitoring } from './monitoring/explained-monitoring.ts'
import { explainedSecurity } from './security/explained-security.ts'
import { explainedStores } from './stores/explained-stores.ts'

export interface Explained {
  readonly reads: string
  readonly broken: string
  /** What makes it assumed or unknown. */
  readonly open: string
  /** Why something has no verdict. */
  readonly absent: string
  readonly confirm: string
  /** Kinds that the command is about, where a verdict is about several objects. */
  readonly kinds?: readonly string[]
}

const workloads = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'Pod']
const nodes = 'the nodes (--nodes FILE, or a snapshot)'

export const explained: { readonly [question: string]: Explained } = {
  ...explainedMonitoring,
  ...explainedSecurity,
  ...explainedPlans,
  ...explainedStores,
  ...explainedTiers,
  ...explainedTraffic,
  admitted: {
    reads:
      'every field of each object, and of the pods that come of it, by the schema and the rules of the Kubernetes minor',
    broken: 'the API server certainly refuses the object, or its pods, or drops a field of it unread',
    open: 'kinds whose definition is elsewhere, and webhooks that are not seen',
    absent: 'no file shows an object {name}',
    confirm: 'kubectl apply --dry-run=server -f FILE',
  },
  applied: {
    reads: 'deliveries with their waves, and steps of procedures that deploy or migrate by hand',
    broken:
      'two ways apply the same environment, a schema is migrated beside what a controller applies, or a wave comes before what it needs',
    open: 'nothing',
    absent: 'no delivery is called {name}',
    confirm: 'kubectl get applications.argoproj.io,kustomizations.kustomize.toolkit.fluxcd.io --all-namespaces',
  },
  archives: {
    reads: 'where operators of stores archive, under which names, and who replays that',
    broken: 'two stores archive under one name, or what is replayed is written by nobody',
    open: 'what an operator makes of its resources',
    absent: '{name} archives no log, or its operator is not known',
    confirm: 'kubectl -n {namespace} get clusters.postgresql.cnpg.io {name} -o yaml',
  },
  autoscaling: {
    reads:
      'what components and environments say of autoscalers, of single metrics and of the time between changes, and who serves metrics',
    broken:
      'single metrics have bounds or steps of their own, a time between changes is said, nothing serves a metric, it holds a time at what is promised of it, it begins outside its bounds, or nothing applies what is recommended and nobody looks at it',
    open: 'bounds or targets that nobody says, and what only the recommender of the cluster is told',
    absent: 'nothing is said of an autoscaler of {name}',
    confirm: 'kubectl -n {namespace} describe hpa {name}',
  },
  connections: {
    reads: 'how many connections each call holds open, autoscalers, and how many each member of a store takes',
    broken: 'all pods that there may be hold more than all members take',
    open: 'whether they spread over several members',
    absent: 'nobody says how many connections {name} takes, or how many its callers hold',
    confirm: 'SELECT count(*) FROM pg_stat_activity',
  },
  continues: {
    reads:
      'what people need the platform for, what that calls, scenarios with their procedures, and times that are promised',
    broken:
      'a scenario, or what is promised of something that is needed, takes longer than people can do without, or what is less critical has to be back first',
    open: 'what a function needs, and steps of which nobody says how long they take',
    absent: 'nothing that people need is called {name}',
    confirm: 'hold the drill, and note how long people could not do it',
  },
  agrees: {
    reads: 'the Services of stores, and how the members of each follow one another',
    broken: 'one name leads to several members that hold different rows',
    open: 'how members follow each other where nobody says',
    absent: 'nobody says of several members of {name} whether they share their rows, or one name leads to one member',
    confirm: 'kubectl -n {namespace} get endpointslices -l kubernetes.io/service-name={name}',
    kinds: ['StatefulSet'],
  },
  'as-planned': {
    reads: 'manifests that a document shows in part, and the requests that it plans for the same workloads',
    broken: 'applied as it is shown, its pods request something else than is planned',
    open: 'nothing',
    absent: 'no document shows {name}',
    confirm:
      'kubectl -n {namespace} get pods -o custom-columns=NAME:.metadata.name,CPU:.spec.containers[*].resources.requests.cpu',
    kinds: workloads,
  },
  drains: {
    reads: `disruption budgets, the pods that they select and how many there are, autoscalers, and ${nodes}`,
    broken:
      'a budget allows no eviction when all is well, or cannot be counted; two budgets cover a pod; or pods of one node have no other place',
    open: 'nodes that nobody says, room that others may take, a number that an autoscaler moves, and what owns pods',
    absent: 'no budget covers {name}, so there is nothing to judge: its pods may be evicted at any time',
    confirm: 'kubectl -n {namespace} get pdb -o custom-columns=NAME:.metadata.name,ALLOWED:.status.disruptionsAllowed',
  },
  enters: {
    reads: 'Ingresses, routes and outward Services, the pods that they lead to, and policies that isolate those',
    broken: 'no rule lets the traffic in',
    open: 'where the controller stands, and whether the network plugin enforces policies',
    absent: 'nothing leads in to {name}',
    confirm: 'kubectl -n {namespace} describe networkpolicy',
  },
  'fits-kubernetes': {
    reads: 'versions of meshes, of tools, of what workloads run and of Kubernetes, and tables of what supports what',
    broken: 'a version is not supported on the Kubernetes of its cluster',
    open: 'versions that no table knows, and a Kubernetes of which nobody says the version',
    absent: 'no version is said of {name}, or no table knows it',
    confirm: 'kubectl version; istioctl version; helm version',
  },
  forecasts: {
    reads: 'forecasts, the volumes and disks that a store lies on, and the day of the check (--at)',
    broken: 'it is full before more can be had, or grows by more than the budget holds',
    open: 'how much there is room for, how large its volume is, how long more takes, and in how long a budget may be spent',
    absent: 'no forecast is called {name}',
    confirm: 'look at what is used, on two days',
  },
  finishes: {
    reads: `the strategy of Deployments, anti-affinity, host ports and claims of their pods, quotas, ${nodes}, and what a snapshot shows to be under way`,
    broken:
      'no old pod may go first, and a new one has no place beside the old ones; or a ReplicaSet notes another number of replicas than its Deployment has',
    open: 'nodes that nobody says, what may add nodes, and a member that is not ready and of an older template',
    absent: '{name} is no Deployment with pods, and others replace theirs one by one',
    confirm: 'kubectl -n {namespace} rollout status deployment/{name} --timeout=5m',
    kinds: ['Deployment'],
  },
  fires: {
    reads: 'the expressions of alert rules, what is scraped, and the labels that each side has',
    broken: 'no samples can ever make the expression true',
    open: 'metrics that programs expose: nobody sees those in files',
    absent: 'no alert {name} is among the rules',
    confirm: "promtool test rules FILE, or the rule's expression in Prometheus",
  },
  'host-ports': {
    reads: `ports of nodes that DaemonSets ask for, which nodes take their pods, and ${nodes}`,
    broken: 'two of them ask for one port of a node that takes both: one pod stays Pending',
    open: 'nothing',
    absent: 'no DaemonSet asks for the port {name}, or no file shows nodes',
    confirm: 'kubectl get pods --all-namespaces --field-selector=status.phase=Pending',
  },
  'keeps-rows': {
    reads: 'disruption budgets over stores, and how the members of each follow one another',
    broken: 'what a budget lets go takes rows with it that no other member has, or leaves no majority',
    open: 'how members follow each other where nobody says',
    absent: 'no budget covers several members of {name} of which somebody says how they follow each other',
    confirm: 'kubectl -n {namespace} get pdb -o custom-columns=NAME:.metadata.name,ALLOWED:.status.disruptionsAllowed',
  },
  'looks-up': {
    reads: 'names in the settings of pods, and policies that isolate them',
    broken: 'no rule lets the pods out to DNS',
    open: 'where DNS stands and its labels, and whether the network plugin enforces policies',
    absent: 'nothing shows that {name} calls others by name',
    confirm: 'kubectl -n {namespace} exec {kind}/{name} -- nslookup kubernetes.default',
    kinds: workloads,
  },
  notifies: {
    reads: 'Prometheus and Alertmanager resources or files, their Services, and policies between them',
    broken: 'the Alertmanager that is named is not there, or no rule lets alerts through',
    open: 'what another repository may bring',
    absent: '{name} sends no alerts',
    confirm: 'kubectl -n {namespace} get alertmanager,prometheus',
  },
  ordered: {
    reads:
      'steps of procedures that deploy and migrate, who calls what they deploy, and steps that look whether all is well',
    broken:
      'a schema is migrated before its store is there, what calls the store is deployed before its schema is, or the last look is taken before a step that changes something is over',
    open: 'nothing',
    absent: '{name} deploys and migrates nothing that is named, and looks at nothing',
    confirm: 'go through its steps on a cluster of its own',
  },
  outlives: {
    reads:
      'environments that are promised in several regions or serve beside another one, their stores, replicas in other regions, and where copies lie',
    broken: 'nothing of a store is in a second region; or two regions serve at once, each with a store of its own',
    open: 'where copies lie, and which of several takes writes',
    absent: '{name} keeps no rows, or its environment is promised in one region',
    confirm: 'write in one region and read in the other',
  },
  placed: {
    reads: `requests, node rules, tolerations, affinity, spread and volumes of pods, and ${nodes}`,
    broken: 'it is proven that some pod has no place, whatever else runs',
    open: 'pods that no file shows, volumes whose place nobody says, and nodes that may be added',
    absent: '{name} has no pods',
    confirm: 'kubectl -n {namespace} get pods --field-selector=status.phase=Pending',
  },
  quorum: {
    reads: `the members of stores that elect, their number, anti-affinity and spread, how many copies topics want in step, and ${nodes}`,
    broken: 'one node that is lost certainly takes the majority, or a topic wants all of its copies in step',
    open: 'where the scheduler puts members that no rule keeps apart',
    absent: 'nothing shows that members of {name} elect',
    confirm: 'kubectl -n {namespace} get pods -o wide',
  },
  quota: {
    reads: 'ResourceQuotas, and what all pods of the namespace ask for together',
    broken: 'what is wanted is more than the quota holds',
    open: 'pods that no file shows',
    absent: 'no quota bounds {name}',
    confirm: 'kubectl -n {namespace} describe resourcequota',
  },
  reaches: {
    reads:
      'calls that are declared or that settings tell of, rights that only the API server gives, Services, their pods, and policies on both sides',
    broken: 'a policy certainly stops the call, or it leads to no pod',
    open: 'namespaces and pods of others, and whether the network plugin enforces policies',
    absent: 'nothing shows this call',
    confirm: 'kubectl -n {namespace} exec {kind}/{name} -- nc -zvw3 HOST PORT',
    kinds: workloads,
  },
  refers: {
    reads: 'names of ConfigMaps, Secrets and their keys, claims, Services, service accounts, classes, and ports',
    broken: 'what is named is certainly not there, or has no such key or port',
    open: 'what charts, operators or people may bring',
    absent: '{name} names nothing else',
    confirm: 'kubectl -n {namespace} get events --field-selector involvedObject.name={name}',
  },
  roles: {
    reads: 'the Services of stores, their selectors, and who promotes whom',
    broken: 'a name that promises the primary leads to other members too',
    open: 'labels that a program sets on its pods while it runs',
    absent: '{name} promises no role',
    confirm: 'kubectl -n {namespace} get endpointslices -l kubernetes.io/service-name={name}',
    kinds: ['Service'],
  },
  routed: {
    reads: 'routes, receivers, and which rules are selected by which Prometheus',
    broken: 'a route names a receiver that is not there, or a rule is evaluated by nobody',
    open: 'configuration in Secrets that no file shows',
    absent: '{name} is no rule and no route',
    confirm: 'amtool config routes test LABEL=VALUE',
  },
  'runs-as': {
    reads:
      'runAsNonRoot, runAsUser, fsGroup, capabilities, read-only root filesystems, and what is known of images and provisioners',
    broken:
      'the kubelet never creates a container, what its image starts ends at once, or it cannot write to its volume',
    open: 'images and provisioners that no table knows, and webhooks that change pods',
    absent: 'nothing says as which user {name} runs',
    confirm: 'kubectl -n {namespace} describe {kind}/{name}',
    kinds: workloads,
  },
  scales: {
    reads: 'autoscalers of all kinds, what they measure, the requests of containers, and quotas',
    broken: 'two autoscalers want one workload, nothing is there to measure, or a quota ends before the maximum',
    open: 'requests that others may set',
    absent: 'no autoscaler names {name}',
    confirm: 'kubectl -n {namespace} describe hpa',
  },
  scheduled: {
    reads: 'schedules, time zones and suspension of CronJobs',
    broken: 'the schedule never comes, or it is refused',
    open: 'nothing',
    absent: '{name} is no CronJob',
    confirm: 'kubectl -n {namespace} get cronjob {name}',
    kinds: ['CronJob'],
  },
  scraped: {
    reads: 'monitors and scrape jobs, the pods and ports that they select, and policies between them',
    broken: 'a monitor selects nothing, names a port that is not there, or a policy stops it',
    open: 'pods that no file shows',
    absent: 'nothing scrapes {name} by name',
    confirm: 'Status › Targets in Prometheus, or: kubectl -n {namespace} get servicemonitor,podmonitor',
  },
  scenarios: {
    reads:
      'scenarios, the steps of their procedures, times that are promised, health checks and TTLs of names, who stands by, and what is said of the copies that a step brings back',
    broken:
      'no step brings back what is gone, callers are led away before the rows are, older rows are put over those that follow, the steps take longer than is said of the whole, a copy takes longer to bring back than the step that does it, all copies can be deleted by whoever breaks in, or a fallback brings nothing back',
    open: 'steps that say neither what they do nor how long, promises that leave a step longer than the whole is said to take, whether credentials stay good after a break-in, and who can delete a copy',
    absent: 'no scenario is called {name}',
    confirm: 'hold the drill, and note when each step was over',
  },
  secured: {
    reads: 'Pod Security labels of namespaces, and the fields of pods',
    broken: 'a pod certainly violates the level that its namespace enforces',
    open: 'labels that others may set',
    absent: 'the namespace of {name} enforces no level',
    confirm: 'kubectl label --dry-run=server --overwrite ns {namespace} pod-security.kubernetes.io/enforce=LEVEL',
  },
  selects: {
    reads: 'the selectors of network policies, and labels of pods and namespaces',
    broken: 'a selector certainly finds nothing',
    open: 'pods and namespaces of others',
    absent: '{name} is no policy',
    confirm: 'kubectl -n {namespace} describe networkpolicy {name}',
    kinds: ['NetworkPolicy'],
  },
  served: {
    reads: 'the apiVersion of each object, and the Kubernetes minor of the cluster',
    broken: 'the minor does not serve it',
    open: 'a minor that nobody says',
    absent: 'all versions of {name} are served',
    confirm: 'kubectl api-resources',
  },
  tables: {
    reads: 'the tables that components are declared to write or read',
    broken: 'two names of one store differ only in case and underscores: to the store they are two tables',
    open: 'nothing',
    absent: 'nobody says what tables {name} writes',
    confirm: "psql -c '\\dt'",
    kinds: workloads,
  },
  'node-scaling': {
    reads:
      'the autoscaler of nodes, the pools that it moves, how many pods autoscalers may add until a node is there, and what is requested with the fewest pods',
    broken: 'each pool has one number, so that there is nothing it may change',
    open: 'clusters of which nobody says between which numbers it moves nodes, pods that may wait for a node, and nodes that may never go',
    absent: 'nobody says anything of an autoscaler of nodes of {name}',
    confirm: 'kubectl -n kube-system get configmap cluster-autoscaler-status -o yaml',
  },
  maxima: {
    reads: 'the most pods that autoscalers may ask for, what each requests, and all nodes that pools may have',
    broken: 'all of them together request more than all nodes have',
    open: 'nodes of which nobody says how large they are or how many there may be, and a maximum that nobody says',
    absent: 'no autoscaler stands on {name}',
    confirm: 'kubectl get hpa --all-namespaces; kubectl get nodes',
  },
  measured: {
    reads: 'metrics with their names and units, the bounds that promises and alerts compare them with, and expressions',
    broken:
      'a metric is said in another unit than its name says, or in two; a bound is in another unit; or an expression fires at another bound than its alert says',
    open: 'nothing',
    absent: 'no metric is called {name}, or nothing says what it is measured in',
    confirm: 'look at the # UNIT and # HELP lines where {name} is exposed',
  },
  told: {
    reads:
      'alerts, their severity, receivers and escalation, the ways that an Alertmanager knows, and what collects metrics',
    broken:
      'a receiver is not told of alerts of that severity or by no way that is there, waits for a sign of life and takes the alert for one, or an alert goes on before those who are told first had their time',
    open: 'whether what answers at an address takes what Alertmanager posts, alerts that nobody grades and nobody is told of, and who looks at what is learned from logs',
    absent: 'no alert is called {name}, or nobody says who is told of it',
    confirm: 'amtool config routes test severity=critical receiver={name}',
  },
  'takes-over': {
    reads:
      'replicas in other regions, environments that stand by, what they run and how much of it, and the steps of what is prepared for a lost region or cluster',
    broken:
      'nobody promotes a replica that does not promote itself, clients do not find it, what stands by lacks something that has to run, or is never brought to full size',
    open: 'what a service of a provider does by itself, how much stands by, and when there is a follower again',
    absent: 'nothing stands elsewhere for {name}',
    confirm: 'lead the callers there for a day',
  },
  watched: {
    reads: 'promises of measured values, the rules that watch them, and their routes',
    broken: 'nobody is told when the promise is broken',
    open: 'metrics that programs expose, and alerts of which nobody says what makes them fire',
    absent: '{name} promises no measured value',
    confirm: 'amtool config routes test LABEL=VALUE',
  },
  shares: {
    reads: 'by what pods share out work among themselves, and the store that holds it',
    broken: 'the store has several independent members, and what one holds the others do not see',
    open: 'who takes over the partitions of a pod that is gone',
    absent: '{name} shares out no work',
    confirm: 'kubectl -n {namespace} logs {kind}/{name} --all-pods',
    kinds: workloads,
  },
  starts: {
    reads: 'how long somebody says that a start takes, probes, and the progress deadline of Deployments',
    broken: 'a probe ends what is still starting, or a rollout counts as failed before a new pod is ready',
    open: 'the time that a start takes, and what a program answers before it is ready',
    absent: 'nobody says how long a start of {name} takes, or nothing waits for it',
    confirm: 'kubectl -n {namespace} get events --field-selector reason=Unhealthy',
    kinds: workloads,
  },
  'survives-node': {
    reads: `node rules, anti-affinity and volumes of workloads with several pods, what environments are said to be for, and ${nodes}`,
    broken:
      'one node alone takes all pods, or a whole environment that is for production; one volume ties them to it; pods that keep apart fill every node; or what keeps them apart finds no key or no pod',
    open: 'what may add nodes; room is another matter: seaworthy sweep',
    absent: '{name} has one pod or runs on every node, or fewer than two nodes are said',
    confirm: 'kubectl -n {namespace} get pods -o wide',
  },
  'survives-zone': {
    reads: `the zones of nodes, node rules, anti-affinity and volumes of workloads with several pods, and ${nodes}`,
    broken: 'one zone alone takes all pods or most voters, though no rule names it, or one volume ties them to it',
    open: 'what may add nodes, and where voters stand that no rule spreads',
    absent:
      '{name} has one pod, names its zone, or stands on one node at most (survives-node), or nodes of fewer than two zones are said',
    confirm: 'kubectl get nodes -L topology.kubernetes.io/zone',
  },
}
