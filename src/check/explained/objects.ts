// Of questions on what objects say: to the API server, to the kubelet, and of each other.

import { type Explanations, workloads } from './explanation.ts'

export const explainedObjects: Explanations = {
  admitted: {
    reads:
      'every field of each object, and of the pods that come of it, by the schema and the rules of the Kubernetes minor',
    broken: 'the API server certainly refuses the object, or its pods, or drops a field of it unread',
    open: 'kinds whose definition is elsewhere, and webhooks that are not seen',
    absent: 'no file shows an object {name}',
    confirm: 'kubectl apply --dry-run=server -f FILE',
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
  'fits-kubernetes': {
    reads: 'versions of meshes, of tools, of what workloads run and of Kubernetes, and tables of what supports what',
    broken: 'a version is not supported on the Kubernetes of its cluster',
    open: 'versions that no table knows, a Kubernetes of which nobody says the version, and one that may be newer',
    absent: 'no version is said of {name}, or no table knows it',
    confirm: 'kubectl version; istioctl version; helm version',
  },
  quota: {
    reads: 'ResourceQuotas, and what all pods of the namespace ask for together',
    broken: 'what is wanted is more than the quota holds',
    open: 'pods that no file shows',
    absent: 'no quota bounds {name}',
    confirm: 'kubectl -n {namespace} describe resourcequota',
  },
  refers: {
    reads: 'names of ConfigMaps, Secrets and their keys, claims, Services, service accounts, classes, and ports',
    broken: 'what is named is certainly not there, or has no such key or port',
    open: 'what charts, operators or people may bring',
    absent: '{name} names nothing else',
    confirm: 'kubectl -n {namespace} get events --field-selector involvedObject.name={name}',
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
  scheduled: {
    reads: 'schedules, time zones and suspension of CronJobs',
    broken: 'the schedule never comes, or it is refused',
    open: 'nothing',
    absent: '{name} is no CronJob',
    confirm: 'kubectl -n {namespace} get cronjob {name}',
    kinds: ['CronJob'],
  },
  secured: {
    reads: 'Pod Security labels of namespaces, and the fields of pods',
    broken: 'a pod certainly violates the level that its namespace enforces',
    open: 'labels that others may set',
    absent: 'the namespace of {name} enforces no level',
    confirm: 'kubectl label --dry-run=server --overwrite ns {namespace} pod-security.kubernetes.io/enforce=LEVEL',
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
}
