// Of questions on the way that calls take, and on who may call.

import { type Explanations, workloads } from './explanation.ts'

export const explainedTraffic: Explanations = {
  breakers: {
    reads:
      'when breakers open and for how long, the availability that is promised, and within which time things are back',
    broken: 'one opening takes more than the availability leaves, or what is back in time is not asked again in time',
    open: 'nothing',
    absent: 'no breaker of {name} says after how many failures and for how long, or no availability is promised there',
    confirm: 'stop what is called for a moment, and count how long its callers go without it',
  },
  canaries: {
    reads:
      'steps of canaries, what ends them and by what, how often releases go out, and the availability that is promised',
    broken: 'what may fail until a canary is taken back is more than the availability leaves',
    open: 'what takes a canary back, steps of which nobody says how long they take, and releases of which nobody says how often',
    absent: 'no canary goes to {name}, or nothing ends it and no availability is promised there',
    confirm: 'count the failed requests of the last canary',
  },
  dnssec: {
    reads: 'resolvers, whose names they answer with, and whether those are signed',
    broken: 'nothing',
    open: 'names of a cluster: which key those who ask trust',
    absent: '{name} signs nothing',
    confirm: 'dig +dnssec {name}',
  },
  enters: {
    reads: 'Ingresses, routes and outward Services, the pods that they lead to, and policies that isolate those',
    broken: 'no rule lets the traffic in',
    open: 'where the controller stands, and whether the network plugin enforces policies',
    absent: 'nothing leads in to {name}',
    confirm: 'kubectl -n {namespace} describe networkpolicy',
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
  'looks-up': {
    reads: 'names in the settings of pods, and policies that isolate them',
    broken: 'no rule lets the pods out to DNS',
    open: 'where DNS stands and its labels, and whether the network plugin enforces policies',
    absent: 'nothing shows that {name} calls others by name',
    confirm: 'kubectl -n {namespace} exec {kind}/{name} -- nslookup kubernetes.default',
    kinds: workloads,
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
  reaches: {
    reads:
      'calls that are declared or that settings tell of, rights that only the API server gives, Services, their pods, and policies on both sides',
    broken: 'a policy certainly stops the call, or it leads to no pod',
    open: 'namespaces and pods of others, and whether the network plugin enforces policies',
    absent: 'nothing shows this call',
    confirm: 'kubectl -n {namespace} exec {kind}/{name} -- nc -zvw3 HOST PORT',
    kinds: workloads,
  },
  retries: {
    reads: 'how often calls are tried, how long one try and all together may take, and whether twice is as once',
    broken: 'there is no time for a try that is said, or what must not be done twice is tried again',
    open: 'how long one try may take, and whether a call can be made twice',
    absent: 'no call of {name} is tried again',
    confirm: 'let what is called hang, and count the tries',
  },
  selects: {
    reads: 'the selectors of network policies, and labels of pods and namespaces',
    broken: 'a selector certainly finds nothing',
    open: 'pods and namespaces of others',
    absent: '{name} is no policy',
    confirm: 'kubectl -n {namespace} describe networkpolicy {name}',
    kinds: ['NetworkPolicy'],
  },
  through: {
    reads: 'what calls pass on their way, and the members of what they call',
    broken: 'any of several members is picked, and one of them takes writes',
    open: 'how many members there are',
    absent: 'nothing stands between {name} and who calls it',
    confirm: 'write through it, and see which member refuses',
  },
}
