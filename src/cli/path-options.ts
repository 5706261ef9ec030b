// What can be said beside a path, by every verb that reads one: what files cannot say themselves.

import { day, flag, minor, several, text, whole } from './options.ts'

// Below this, labels and texts no longer fit beside each other.
const narrowest = 40

export const pathOptions = {
  at: day('the day on which it is judged (today, UTC)'),
  kubernetes: minor("the cluster's version, where a folder of manifests cannot say it"),
  nodes: several(text('[CLUSTER=]FILE', 'the nodes, as kubectl get nodes -o yaml prints them')),
  live: several(text('[CLUSTER=]FILE', 'the cluster as it stands, from seaworthy snapshot: its nodes and neighbours')),
  assume: several(text('SENTENCE', "what no file says: 'cni enforces policy'")),
  promises: several(text('FILE', 'promises and facts about the objects (kind: Promises among the manifests)')),
  rendered: text('DIR', 'charts and kustomizations rendered before, looked at first'),
  unreached: flag('list the files that no application reaches'),
  width: whole('columns to wrap at (those of the terminal; a pipe is not wrapped)', narrowest),
}
