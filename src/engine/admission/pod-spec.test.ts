// What a pod says beside its containers and volumes. Each row was asked of kube-apiserver 1.36.3: the fields that it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const pod = (spec: string) => named('v1', 'Pod', `spec: {containers: [{name: c, image: x}], ${spec}}`)
const container = (fields: string) => named('v1', 'Pod', `spec: {containers: [{name: c, image: x, ${fields}}]}`)
const affinity = (kind: string, rule: string) =>
  pod(`affinity: {${kind}: {requiredDuringSchedulingIgnoredDuringExecution: ${rule}}}`)
const long = (length: number) => 'a'.repeat(length)
const required = 'requiredDuringSchedulingIgnoredDuringExecution'
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'

const tables: readonly Table[] = [
  {
    about: 'the pods of a Deployment',
    of: (spec) =>
      named(
        'apps/v1',
        'Deployment',
        `spec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: x}], ${spec}}}}`,
      ),
    under: 'spec.template.spec',
    rows: [
      ['that take more than they ask', 'overhead: {cpu: 1}'],
      ['that take what no pod has', 'overhead: {pods: 1}', '.overhead.limits[pods]'],
      ['that take the place of some', 'preemptionPolicy: Some', '.preemptionPolicy'],
      [
        'with names of all kinds',
        'serviceAccountName: a, hostname: b, subdomain: c, priorityClassName: d, runtimeClassName: e, preemptionPolicy: Never',
      ],
      [
        'with names of none',
        'serviceAccountName: A, nodeName: A, hostname: a.b, subdomain: a.b, priorityClassName: A, runtimeClassName: A',
        '.hostname',
        '.nodeName',
        '.priorityClassName',
        '.runtimeClassName',
        '.serviceAccountName',
        '.subdomain',
      ],
    ],
  },
  {
    about: 'a pod',
    of: pod,
    under: 'spec',
    rows: [
      ['that starts again at times', 'restartPolicy: Sometimes', '.restartPolicy'],
      ['that ends, and takes the place of others', 'activeDeadlineSeconds: 1, preemptionPolicy: PreemptLowerPriority'],
      ['that ends at once', 'activeDeadlineSeconds: 0', '.activeDeadlineSeconds'],
      ['for nodes of no label', 'nodeSelector: {a b: c, d: e f}', '.nodeSelector'],
      ['ready by a condition', 'readinessGates: [{conditionType: example.com/ready}]'],
      ['ready by no condition', 'readinessGates: [{conditionType: a b}]', '.readinessGates[0].conditionType'],
      ['that waits twice for one gate', 'schedulingGates: [{name: a}, {name: a}]', '.schedulingGates[1]'],
      ['that waits for no gate', 'schedulingGates: [{name: a b}]', '.schedulingGates[0]'],
      ['under another name', 'hostnameOverride: a.b'],
      ['under a long name', `hostnameOverride: ${long(65)}`, '.hostnameOverride'],
      ['under no name', 'hostnameOverride: A', '.hostnameOverride'],
      ['under the name of the node', 'hostnameOverride: a, hostNetwork: true', '.hostnameOverride'],
      ['under another name, and its own', 'hostnameOverride: a, setHostnameAsFQDN: true', '.hostnameOverride'],
      ['without an operating system', 'os: {name: ""}', '.os.name'],
    ],
  },
  {
    about: 'names of other hosts',
    of: pod,
    under: 'spec',
    rows: [
      [
        'by servers of its own',
        'dnsPolicy: None, dnsConfig: {nameservers: [10.0.0.1], searches: [a.b, .], options: [{name: ndots, value: "2"}]}, hostAliases: [{ip: 10.0.0.1, hostnames: [a]}]',
      ],
      ['by a policy that there is not', 'dnsPolicy: Some', '.dnsPolicy'],
      ['by nobody', 'dnsPolicy: None', '.dnsConfig'],
      ['by no server', 'dnsPolicy: None, dnsConfig: {}', '.dnsConfig.nameservers'],
      [
        'by many servers',
        'dnsConfig: {nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4]}',
        '.dnsConfig.nameservers',
      ],
      ['by no address', 'dnsConfig: {nameservers: [a]}', '.dnsConfig.nameservers[0]'],
      [
        'in many domains',
        `dnsConfig: {searches: [${[...Array(33).keys()].map((n) => `a${n}`)}]}`,
        '.dnsConfig.searches',
      ],
      [
        'in long domains',
        `dnsConfig: {searches: [${[...Array(32).keys()].map((n) => `a${n}.${long(63)}`)}]}`,
        '.dnsConfig.searches',
      ],
      ['in no domain', 'dnsConfig: {searches: ["a b"]}', '.dnsConfig.searches[0]'],
      ['with no option', 'dnsConfig: {options: [{value: "1"}]}', '.dnsConfig.options[0]'],
      [
        'written beside an address that is none',
        'hostAliases: [{ip: a, hostnames: [B]}]',
        '.hostAliases[0].hostnames[0]',
        '.hostAliases[0].ip',
      ],
    ],
  },
  {
    about: 'nodes that a pod must have',
    of: (rule) => affinity('nodeAffinity', rule),
    under: `spec.affinity.nodeAffinity.${required}.nodeSelectorTerms`,
    rows: [
      [
        'by label and name',
        '{nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Gt, values: ["1"]}], matchFields: [{key: metadata.name, operator: In, values: [one]}]}]}',
      ],
      ['without a term', '{}', ''],
      [
        'by a label of no name',
        '{nodeSelectorTerms: [{matchExpressions: [{key: a b, operator: In, values: [c d]}]}]}',
        '[0].matchExpressions[0].key',
        '[0].matchExpressions[0].values[0]',
      ],
      [
        'by no comparison',
        '{nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Near}]}]}',
        '[0].matchExpressions[0].operator',
      ],
      [
        'above two numbers, in none, and there with a value',
        '{nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Gt, values: ["1", "2"]}, {key: b, operator: In}, {key: c, operator: Exists, values: [d]}]}]}',
        '[0].matchExpressions[0].values',
        '[0].matchExpressions[1].values',
        '[0].matchExpressions[2].values',
      ],
      [
        'by another field',
        '{nodeSelectorTerms: [{matchFields: [{key: spec.podCIDR, operator: Exists}]}]}',
        '[0].matchFields[0].key',
        '[0].matchFields[0].operator',
      ],
      [
        'by two names',
        '{nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: [one, two]}]}]}',
        '[0].matchFields[0].values',
      ],
      [
        'by no name',
        '{nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: [One]}]}]}',
        '[0].matchFields[0].values[0]',
      ],
    ],
  },
  {
    about: 'nodes that a pod would like',
    of: (rule) => pod(`affinity: {nodeAffinity: {${preferred}: [${rule}]}}`),
    under: `spec.affinity.nodeAffinity.${preferred}[0]`,
    rows: [
      ['much', '{weight: 100, preference: {matchExpressions: [{key: a, operator: Exists}]}}'],
      [
        'by no weight, and no label',
        '{weight: 0, preference: {matchExpressions: [{key: a b, operator: Exists}]}}',
        '.preference.matchExpressions[0].key',
        '.weight',
      ],
    ],
  },
  {
    about: 'pods beside which a pod must be',
    of: (term) => affinity('podAffinity', `[${term}]`),
    under: `spec.affinity.podAffinity.${required}[0]`,
    rows: [
      [
        'by labels',
        '{topologyKey: zone, labelSelector: {matchLabels: {app: a}}, matchLabelKeys: [tier], mismatchLabelKeys: [team]}',
      ],
      ['nowhere', '{labelSelector: {}}', '.topologyKey'],
      ['in no label', '{topologyKey: a b}', '.topologyKey'],
      [
        'by no label, of no namespace',
        '{topologyKey: zone, labelSelector: {matchLabels: {a: b c}}, namespaceSelector: {matchExpressions: [{key: a, operator: Near}]}, namespaces: [A]}',
        '.labelSelector.matchLabels',
        '.namespaces[0]',
        '.namespaceSelector.matchExpressions[0].operator',
      ],
      [
        'by a key that the selector has twice',
        '{topologyKey: zone, labelSelector: {matchLabels: {tier: a}, matchExpressions: [{key: tier, operator: Exists}]}, matchLabelKeys: [tier]}',
        '[0]',
      ],
      ['by keys without a selector', '{topologyKey: zone, matchLabelKeys: [tier]}', '.matchLabelKeys'],
      [
        'by a key that is none',
        '{topologyKey: zone, labelSelector: {}, mismatchLabelKeys: [a b]}',
        '.mismatchLabelKeys[0]',
      ],
      [
        'by a key and its opposite',
        '{topologyKey: zone, labelSelector: {}, matchLabelKeys: [tier], mismatchLabelKeys: [tier]}',
        '.matchLabelKeys[0]',
      ],
    ],
  },
  {
    about: 'pods beside which a pod would not be',
    of: (rule) => pod(`affinity: {podAntiAffinity: {${preferred}: [${rule}]}}`),
    under: `spec.affinity.podAntiAffinity.${preferred}[0]`,
    rows: [
      ['a little', '{weight: 1, podAffinityTerm: {topologyKey: zone, labelSelector: {}}}'],
      ['above all', '{weight: 101, podAffinityTerm: {}}', '.podAffinityTerm.topologyKey', '.weight'],
    ],
  },
  {
    about: 'spread',
    of: (rule) => pod(`topologySpreadConstraints: [${rule}]`),
    under: 'spec.topologySpreadConstraints',
    rows: [
      [
        'over zones',
        '{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, minDomains: 2, nodeAffinityPolicy: Honor, nodeTaintsPolicy: Ignore, labelSelector: {matchLabels: {app: a}}, matchLabelKeys: [tier]}',
      ],
      ['over nothing', '{}', '[0].maxSkew', '[0].topologyKey', '[0].whenUnsatisfiable'],
      [
        'over zones twice',
        '{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}, {maxSkew: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}',
        '[0].{topologyKey, whenUnsatisfiable}',
      ],
      [
        'over no zones',
        '{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, minDomains: 0}',
        '[0].minDomains',
      ],
      [
        'over so many zones where possible',
        '{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 2}',
        '[0].minDomains',
      ],
      [
        'by policies that there are not',
        '{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, nodeAffinityPolicy: Some, nodeTaintsPolicy: Some}',
        '[0].nodeAffinityPolicy',
        '[0].nodeTaintsPolicy',
      ],
      [
        'by no label',
        '{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {a: b c}}}',
        '[0].labelSelector.matchLabels',
      ],
      [
        'by keys without a selector',
        '{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: [tier]}',
        '[0].matchLabelKeys',
      ],
    ],
  },
  {
    about: 'tolerations',
    of: (list) => pod(`tolerations: [${list}]`),
    under: 'spec.tolerations[0]',
    rows: [
      ['of all', '{operator: Exists}'],
      ['for a while', '{key: a, value: b, effect: NoExecute, tolerationSeconds: 5}'],
      ['of no name', '{key: a b, operator: Exists}', '.key'],
      ['without a key', '{value: a}', '.operator'],
      ['for a while, of what ends nothing', '{key: a, tolerationSeconds: 5}', '.effect'],
      ['of no value', '{key: a, value: b c}', '.operator'],
      ['by no comparison', '{key: a, operator: Near}', '.operator'],
      ['of any value that is one', '{key: a, operator: Exists, value: b}', '.operator'],
      ['of no effect', '{key: a, effect: Some}', '.effect'],
    ],
  },
  {
    about: 'resources',
    of: (resources) => container(`resources: {${resources}}`),
    under: 'spec.containers[0].resources',
    rows: [
      ['of all kinds', 'limits: {cpu: 1, hugepages-2Mi: 4Mi, example.com/gpu: 1}, requests: {cpu: 500m}'],
      ['below 0', 'limits: {cpu: -1}', '.limits[cpu]', '.requests[cpu]'],
      ['half a device', 'limits: {example.com/gpu: 500m}', '.limits[example.com/gpu]', '.requests[example.com/gpu]'],
      ['a device without its limit', 'requests: {example.com/gpu: 1}', '.limits'],
      ['a device below its limit', 'limits: {example.com/gpu: 2}, requests: {example.com/gpu: 1}', '.requests'],
      ['half a page', 'limits: {cpu: 1, hugepages-2Mi: 3Mi}', '.limits[hugepages-2Mi]', '.requests[hugepages-2Mi]'],
      ['pages alone', 'limits: {hugepages-2Mi: 2Mi}', ''],
      ['pods', 'limits: {pods: 1}', '.limits[pods]', '.requests[pods]'],
      ['of a domain of Kubernetes', 'limits: {kubernetes.io/a: 1}'],
      ['of no domain', 'limits: {example.com/a b: 1}', '.limits[example.com/a b]', '.requests[example.com/a b]'],
    ],
  },
  {
    about: 'a pod as a whole',
    of: (spec) => named('v1', 'Pod', `spec: {${spec}}`),
    under: 'spec',
    rows: [
      [
        'with what its containers ask',
        'resources: {requests: {cpu: 1}, limits: {cpu: 2}}, containers: [{name: c, image: x, resources: {requests: {cpu: 1}, limits: {cpu: 2}}}]',
      ],
      [
        'with less than its containers ask',
        'resources: {requests: {cpu: 1}, limits: {cpu: 3}}, containers: [{name: c, image: x, resources: {requests: {cpu: 2}}}]',
        '.resources.requests[cpu]',
      ],
      [
        'below the limit of a container',
        'resources: {requests: {cpu: 1}, limits: {cpu: 1}}, containers: [{name: c, image: x, resources: {requests: {cpu: 1}, limits: {cpu: 2}}}]',
        '.resources.containers[0][cpu].limits',
      ],
      [
        'with what only containers have',
        'resources: {limits: {ephemeral-storage: 1Gi}}, containers: [{name: c, image: x}]',
        '.resources.limits[ephemeral-storage]',
      ],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))
