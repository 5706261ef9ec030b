// What `explain` says of the questions on the way that traffic takes.

import type { Explained } from './explained.ts'

export const explainedTraffic: { readonly [question: string]: Explained } = {
  breakers: {
    reads:
      'when breakers open and for how long, the availability that is promised, and within which time things are back',
    broken: 'one opening takes more than the availability leaves, or what is back in time is not asked again in time',
    open: 'nothing',
    absent: 'no breaker of {name} says after how many failures and for how long, or no availability is promised there',
    confirm: 'stop what is called for a moment, and count how long its callers go without it',
  },
  addresses: {
    reads:
      'blocks of networks, of the segments that something stands in, and of pods; pods and nodes that there may be',
    broken:
      'a segment lies outside its network or shares addresses with another, pods are more than their addresses, or have those of a network that they call',
    open: 'nothing',
    absent: 'no block of {name} is said',
    confirm: 'kubectl get nodes -o jsonpath={.items[*].spec.podCIDR}',
  },
  canaries: {
    reads: 'steps of canaries, what ends them, how often releases go out, and the availability that is promised',
    broken: 'what may fail until a canary is taken back is more than the availability leaves',
    open: 'steps of which nobody says how long they take, and releases of which nobody says how often',
    absent: 'no canary goes to {name}, or no availability is promised there',
    confirm: 'count the failed requests of the last canary',
  },
  dnssec: {
    reads: 'resolvers, whose names they answer with, and whether those are signed',
    broken: 'nothing',
    open: 'names of a cluster: which key those who ask trust',
    absent: '{name} signs nothing',
    confirm: 'dig +dnssec {name}',
  },
  enforces: {
    reads: 'the network plugin that each cluster names, and what is said of it',
    broken: 'it is said to enforce policies and cannot, or it does not run where the cluster stands',
    open: 'plugins of which nothing is known',
    absent: 'nobody names the network plugin of {name}',
    confirm: 'deny a call by a policy, and see whether it gets through',
  },
  forwards: {
    reads:
      'what hands traffic on and answers for names: its product, layer, TLS, duties, checks and addresses, and where it leads',
    broken:
      'it acts upon requests and sees none, its product cannot do it, TLS that it ended is ended again behind it, it leads where it cannot, or leaves what is lost too late',
    open: 'products outside a dated table, checks where nobody says that anything answers, and how requests are told apart',
    absent: 'nothing is said of the layer or the TLS of {name}',
    confirm: 'openssl s_client -connect {name}:443',
  },
  latency: {
    reads: 'promised bounds of times, who calls whom, and which call a metric times',
    broken: 'what is asked for an answer is promised to take longer than the answer',
    open: 'several that are asked: at once, or one after the other',
    absent: 'no time is promised of what {name} asks',
    confirm: 'compare the percentiles of both in one trace',
  },
  meshed: {
    reads: 'the mesh of an environment, its product, and how calls are made',
    broken: 'its proxies are others, or it cannot pick, break or wait as it is told',
    open: 'a key to pick by, failures of a breaker, and products outside the table',
    absent: '{name} has no mesh, or nobody has chosen one',
    confirm: 'kubectl -n {namespace} get virtualservices.networking.istio.io,destinationrules.networking.istio.io',
  },
  nests: {
    reads: 'how calls are made, and what those who are called call in turn',
    broken: 'a caller gives up before what it called does',
    open: 'calls of which nobody says how long they may take',
    absent: 'nothing in {name} says how long it waits',
    confirm: 'let the last in the row hang, and see who answers',
  },
  regions: {
    reads: 'the regions of clusters, networks and managed stores, and the names of their zones',
    broken: 'a zone lies in another region than what is to stand in it, or a store in another than its subnets',
    open: 'zones whose name tells no region although a provider would have named them, regions called otherwise',
    absent: 'no region is said of {name}, and its zones tell none',
    confirm: 'kubectl get nodes -L topology.kubernetes.io/region,topology.kubernetes.io/zone',
  },
  retries: {
    reads: 'how often calls are tried, how long one try and all together may take, and whether twice is as once',
    broken: 'there is no time for a try that is said, or what must not be done twice is tried again',
    open: 'how long one try may take, and whether a call can be made twice',
    absent: 'no call of {name} is tried again',
    confirm: 'let what is called hang, and count the tries',
  },
  subnets: {
    reads: 'the segments that clusters, balancers and managed stores stand in, and what providers ask of them',
    broken: 'the provider refuses it: its subnets stand in too few zones',
    open: 'segments of which nobody says the zones',
    absent: 'nothing is known of what the provider of {name} asks',
    confirm: 'aws ec2 describe-subnets',
  },
  through: {
    reads: 'what calls pass on their way, and the members of what they call',
    broken: 'any of several members is picked, and one of them takes writes',
    open: 'how many members there are',
    absent: 'nothing stands between {name} and who calls it',
    confirm: 'write through it, and see which member refuses',
  },
  'way-out': {
    reads: 'NAT gateways, their zones, and the segments whose calls leave by them',
    broken: 'what stands in another zone calls nobody outside once the zone of the gateway is lost',
    open: 'segments of which nobody says the zones',
    absent: 'no NAT gateway is called {name}',
    confirm: 'aws ec2 describe-nat-gateways',
  },
}
