// What of a folder was read as it lies, and what nobody says of the cluster that it is for.

import type { Note } from '../../check/report.ts'
import { newestMinor, oldestAsked } from '../../engine/admission/minors.ts'
import type { Estate } from '../../estate/estate.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import type { ReadFolder } from '../folder.ts'
import { count } from '../text/count.ts'

export function plainRead({ files, manifests }: ReadFolder): Note {
  return { is: 'read', says: `${count(files.length, 'file')}: ${count(manifests.length, 'object')}` }
}

export function unsaidOf(estate: Estate): readonly Note[] {
  return [...noNodes(estate), ...noVersion(estate), ...noEnforcement(estate)]
}

function noNodes({ nodes, cluster, unseen = [] }: Estate): readonly Note[] {
  if (nodes.length > 0) return []
  const refused = unseen.find(({ id }) => id === 'unread/nodes')
  const next = cluster === 'cluster' ? '--nodes FILE' : `--nodes ${cluster}=FILE`
  const says = refused?.says ?? `no Node${cluster === 'cluster' ? '' : ` of ${cluster}`} is among the files`
  return [{ is: 'unknown', says: `${says}: what depends on nodes waits`, next }]
}

// What is refused in one version and taken in another is said of the versions, and not at all where one is known.
function noVersion({ minor, objects }: Estate): readonly Note[] {
  if (minor !== undefined) return []
  const nodes = objects.filter(({ manifest }) => manifest.kind === 'Node')
  const kubelets = nodes.map(({ manifest }) => fieldsAt(manifest, 'status', 'nodeInfo').kubeletVersion)
  const [first] = kubelets.flatMap((one) => (typeof one === 'string' ? (/^v(1\.\d+)/.exec(one)?.[1] ?? []) : []))
  const says = `no version of Kubernetes is said${first === undefined ? '' : ` (the nodes run ${first})`}: ${oldestAsked} and ${newestMinor} are both asked`
  return [{ is: 'unknown', says, next: `--kubernetes ${first ?? 'MINOR'}` }]
}

// Policies are taken as they are meant; what rests on that says so.
function noEnforcement({ enforcesPolicy, objects, cluster }: Estate): readonly Note[] {
  if (enforcesPolicy.holds !== undefined || !objects.some(({ manifest }) => manifest.kind === 'NetworkPolicy'))
    return []
  const plugin = `the network plugin${cluster === 'cluster' ? '' : ` of ${cluster}`}`
  const says = `nobody says that ${plugin} enforces policies: they are taken as they are meant`
  return [{ is: 'unknown', says, next: "--assume 'cni enforces policy', or 'cni does not enforce policy'" }]
}
