// Of questions on what keeps rows: its members, its volumes, its copies.

import { type Explanations, workloads } from './explanation.ts'

export const explainedStores: Explanations = {
  agrees: {
    reads: 'the Services of stores, and how the members of each follow one another',
    broken: 'one name leads to several members that hold different rows',
    open: 'how members follow each other where nobody says',
    absent: 'nobody says of several members of {name} whether they share their rows, or one name leads to one member',
    confirm: 'kubectl -n {namespace} get endpointslices -l kubernetes.io/service-name={name}',
    kinds: ['StatefulSet'],
  },
  archives: {
    reads: 'where operators of stores archive, under which names, and who replays that',
    broken: 'two stores archive under one name, or what is replayed is written by nobody',
    open: 'what an operator makes of its resources',
    absent: '{name} archives no log, or its operator is not known',
    confirm: 'kubectl -n {namespace} get clusters.postgresql.cnpg.io {name} -o yaml',
  },
  assembled: {
    reads:
      'the shards, members, copies and mode of each store that a platform declares, how its copies are taken and how long they are kept',
    broken:
      'rows are shared out and no router or configuration server is there, a cluster of Redis has no members left to follow its masters, a broker has fewer members than each message copies, a key of shards has a field twice, or a copy of what has changed builds on no whole one, or on one that is kept for less',
    open: 'nothing',
    absent: 'no store is called {name}, or nothing is said of it that asks for more members',
    confirm: 'redis-cli cluster nodes; mongosh --eval "sh.status()"',
  },
  'keeps-content': {
    reads:
      'what is said to lie in each store, what it drops when memory is full, what it writes before it answers, and how large its volume and the memory of its container are',
    broken:
      'what is written there first may be dropped, or is lost when a member starts again or, of an audit trail, when another takes over; more is said to lie in it than a member has room for, or it may hold more than its container may take',
    open: 'whether a Redis logs each write, where nobody says',
    absent: 'nobody says what lies in {name}, or what it drops and how large it is',
    confirm: 'redis-cli config get maxmemory-policy; kubectl get persistentvolumeclaims --all-namespaces',
  },
  mounts: {
    reads: 'the class of each volume, how it is to be mounted, and what the class or its provisioner allows',
    broken:
      'a claim names no class and there is no default, the class does not allow to mount it so, or its volumes never leave their node and several are to mount one',
    open: 'which of several classes is the default, and what a distribution may bring',
    absent: 'nobody says what the class of {name} allows, and its provisioner is not known',
    confirm: 'kubectl -n {namespace} get persistentvolumeclaims -o wide',
  },
  offered: {
    reads:
      'the region, zones and machines of each store that a provider runs, its members, version and how they follow each other, and what is known of the service',
    broken:
      'the service refuses it (a zone of another region, a number of members that it does not take, a machine of another service), its machines have less memory than it may hold, or too few members are left without one zone',
    open: 'a version or a machine that no table here has',
    absent: 'no provider runs {name}, or nobody says where and of what size',
    confirm:
      'aws rds describe-orderable-db-instance-options --engine postgres; aws kafka describe-cluster-v2 --cluster-arn ARN',
  },
  roles: {
    reads: 'the Services of stores, their selectors, and who promotes whom',
    broken: 'a name that promises the primary leads to other members too',
    open: 'labels that a program sets on its pods while it runs',
    absent: '{name} promises no role',
    confirm: 'kubectl -n {namespace} get endpointslices -l kubernetes.io/service-name={name}',
    kinds: ['Service'],
  },
  shares: {
    reads: 'by what pods share out work among themselves, and the store that holds it',
    broken: 'the store has several independent members, and what one holds the others do not see',
    open: 'who takes over the partitions of a pod that is gone',
    absent: '{name} shares out no work',
    confirm: 'kubectl -n {namespace} logs {kind}/{name} --all-pods',
    kinds: workloads,
  },
  'storage-classes': {
    reads: 'what is said of each storage class, and what is known of its provisioner',
    broken:
      'its volumes are said to go further, to be mounted by more, to lie on something else, to grow or to be on several devices, and those of the provisioner are not so',
    open: 'provisioners that are in no table, and who makes volumes in memory',
    absent: '{name} says no provisioner, or nothing that is known of it',
    confirm: 'kubectl get storageclasses -o yaml',
  },
}
