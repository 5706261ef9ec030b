// Of questions on networks: addresses, segments, and what enforces their policies.

import type { Explanations } from './explanation.ts'

export const explainedNetworks: Explanations = {
  addresses: {
    reads:
      'blocks of networks, of the segments that something stands in, and of pods; pods and nodes that there may be',
    broken:
      'a segment lies outside its network or shares addresses with another, pods are more than their addresses, or have those of a network that they call',
    open: 'nothing',
    absent: 'no block of {name} is said',
    confirm: 'kubectl get nodes -o jsonpath={.items[*].spec.podCIDR}',
  },
  enforces: {
    reads: 'the network plugin of each cluster, what is said of it, and the policies that rely on it',
    broken: 'it is said to enforce policies and cannot, or it does not run where the cluster stands',
    open: 'plugins of which nothing is known, and policies of which nobody says what enforces them',
    absent: 'nobody names the network plugin of {name}, and no policy relies on one',
    confirm: 'deny a call by a policy, and see whether it gets through',
  },
  regions: {
    reads: 'the regions of clusters, networks and managed stores, and the names of their zones',
    broken: 'a zone lies in another region than what is to stand in it, or a store in another than its subnets',
    open: 'zones whose name tells no region although a provider would have named them, regions called otherwise',
    absent: 'no region is said of {name}, and its zones tell none',
    confirm: 'kubectl get nodes -L topology.kubernetes.io/region,topology.kubernetes.io/zone',
  },
  subnets: {
    reads: 'the segments that clusters, balancers and managed stores stand in, and what providers ask of them',
    broken: 'the provider refuses it: its subnets stand in too few zones',
    open: 'segments of which nobody says the zones',
    absent: 'nothing is known of what the provider of {name} asks',
    confirm: 'aws ec2 describe-subnets',
  },
  'way-out': {
    reads: 'NAT gateways, their zones, and the segments whose calls leave by them',
    broken: 'what stands in another zone calls nobody outside once the zone of the gateway is lost',
    open: 'segments of which nobody says the zones',
    absent: 'no NAT gateway is called {name}',
    confirm: 'aws ec2 describe-nat-gateways',
  },
}
