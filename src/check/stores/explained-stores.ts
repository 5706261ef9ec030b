// What the questions on stores read, when they break and what they leave open.

import type { Explained } from '../explained.ts'

export const explainedStores: { readonly [question: string]: Explained } = {
  assembled: {
    reads: 'the shards, members and mode of each store that a platform declares, and how its copies are taken',
    broken:
      'rows are shared out and no router or configuration server is there, a cluster of Redis has no members left to follow its masters, or a copy of what has changed builds on no whole one',
    open: 'nothing',
    absent: 'no store is called {name}, or nothing is said of it that asks for more members',
    confirm: 'redis-cli cluster nodes; mongosh --eval "sh.status()"',
  },
  consumers: {
    reads: 'pods that share out the partitions of a broker, the most of them that there may be, and its topics',
    broken: 'there may be more pods than partitions of all topics together',
    open: 'nothing',
    absent: 'nobody says that {name} shares out partitions, or which topics the broker has',
    confirm: 'kafka-consumer-groups.sh --describe --group GROUP',
  },
  mounts: {
    reads: 'the class of each volume, how it is to be mounted, and what the class or its provisioner allows',
    broken:
      'a claim names no class and there is no default, the class does not allow to mount it so, or its volumes never leave their node and several are to mount one',
    open: 'which of several classes is the default, and what a distribution may bring',
    absent: 'nobody says what the class of {name} allows, and its provisioner is not known',
    confirm: 'kubectl -n {namespace} get persistentvolumeclaims -o wide',
  },
  'storage-classes': {
    reads: 'what is said of each storage class, and what is known of its provisioner',
    broken:
      'its volumes are said to go further, to be mounted by more, to lie on something else, to grow or to be on several devices, and those of the provisioner are not so',
    open: 'provisioners that are in no table',
    absent: '{name} says no provisioner, or nothing that is known of it',
    confirm: 'kubectl get storageclasses -o yaml',
  },
  'keeps-content': {
    reads: 'what is said to lie in each store, what it drops when memory is full, and how large its volume is',
    broken: 'what is written there first may be dropped, or more is said to lie in it than a member has room for',
    open: 'nothing',
    absent: 'nobody says what lies in {name}, or what it drops and how large it is',
    confirm: 'redis-cli config get maxmemory-policy; kubectl get persistentvolumeclaims --all-namespaces',
  },
}
