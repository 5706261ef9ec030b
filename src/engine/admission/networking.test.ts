// Ingresses, their classes and NetworkPolicies. Each row was asked of kube-apiserver 1.36.3: the fields that it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, policy, refusedFields, type Table } from './sample-says.ts'

const withSpec = (apiVersion: string, kind: string) => (spec: string) => named(apiVersion, kind, `spec: {${spec}}`)
const long = (length: number) => 'a'.repeat(length)
const paths = (path: string) => `rules: [{http: {paths: [${path}]}}]`
const backend = 'backend: {service: {name: a, port: {number: 80}}}'
const path = 'spec.rules[0].http.paths[0]'

const tables: readonly Table[] = [
  {
    about: 'an Ingress',
    of: withSpec('networking.k8s.io/v1', 'Ingress'),
    under: '',
    rows: [
      [
        'as it is',
        `ingressClassName: a, defaultBackend: {resource: {apiGroup: example.com, kind: K, name: b}}, tls: [{hosts: [a.b, "*.a.b"], secretName: s}], ${paths(`{path: /, pathType: Exact, ${backend}}`)}`,
      ],
      [
        'for hosts that are none',
        'ingressClassName: A, tls: [{hosts: [A], secretName: S}], rules: [{host: 10.0.0.1}, {host: A}]',
        'spec.ingressClassName',
        'spec.rules[0].host',
        'spec.rules[1].host',
        'spec.tls[0].hosts[0]',
        'spec.tls[0].secretName',
      ],
      ['without paths', 'rules: [{http: {}}]', 'spec.rules[0].http.paths'],
      ['by another type of path', paths(`{path: /, pathType: Some, ${backend}}`), `${path}.pathType`],
      ['by a path with two slashes', paths(`{path: /a//b, pathType: Exact, ${backend}}`), `${path}.path`],
      ['by a path that ends in a step back', paths(`{path: /a/.., pathType: Prefix, ${backend}}`), `${path}.path`],
      ['to nothing', 'defaultBackend: {}', 'spec.defaultBackend'],
      [
        'to two things',
        'defaultBackend: {resource: {kind: K, name: b}, service: {name: a, port: {number: 80}}}',
        'spec.defaultBackend',
      ],
      [
        'to a thing of no kind and name',
        'defaultBackend: {resource: {apiGroup: A, name: a/b}}',
        'spec.defaultBackend.resource.apiGroup',
        'spec.defaultBackend.resource.kind',
        'spec.defaultBackend.resource.name',
      ],
      ['to no Service', 'defaultBackend: {service: {port: {number: 80}}}', 'spec.defaultBackend.service.name'],
      [
        'to a Service of no name, at a port of none',
        'defaultBackend: {service: {name: a.b, port: {name: "80"}}}',
        'spec.defaultBackend.service.name',
        'spec.defaultBackend.service.port.name',
      ],
      [
        'to a port above all',
        'defaultBackend: {service: {name: a, port: {number: 65536}}}',
        'spec.defaultBackend.service.port.number',
      ],
    ],
  },
  {
    about: 'an Ingress of two classes',
    of: (annotation) =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a, annotations: {kubernetes.io/ingress.class: ${annotation}}}\nspec: {ingressClassName: one, defaultBackend: {service: {name: a, port: {number: 80}}}}`,
    under: '',
    rows: [
      ['that are the same', 'one'],
      ['that are not', 'two', 'annotations.kubernetes.io/ingress.class'],
    ],
  },
  {
    about: 'an IngressClass',
    of: withSpec('networking.k8s.io/v1', 'IngressClass'),
    under: 'spec',
    rows: [
      ['of nobody', 'parameters: {kind: K, name: a}', '.controller'],
      ['of a long name', `controller: example.com/${long(239)}`, '.controller'],
      ['of no path', 'controller: "example.com/a b"', '.controller'],
      [
        'by parameters of no kind and name',
        'controller: example.com/a, parameters: {apiGroup: A}',
        '.parameters.apiGroup',
        '.parameters.kind',
        '.parameters.name',
      ],
      [
        'by parameters of no namespace',
        'controller: example.com/a, parameters: {kind: K, name: a, scope: Namespace, namespace: A}',
        '.parameters.namespace',
      ],
    ],
  },
  {
    about: 'a NetworkPolicy',
    of: policy,
    under: 'spec',
    rows: [
      ['for both ways', 'policyTypes: [Ingress, Egress]'],
      ['for another way', 'policyTypes: [Some]', '.policyTypes[0]'],
      ['for three ways', 'policyTypes: [Ingress, Egress, Ingress]', '.policyTypes'],
      [
        'for pods of no label',
        'ingress: [{from: [{podSelector: {matchLabels: {a: b c}}}, {namespaceSelector: {matchLabels: {a: b c}}}]}]',
        '.ingress[0].from[0].podSelector.matchLabels',
        '.ingress[0].from[1].namespaceSelector.matchLabels',
      ],
      [
        'by another protocol, at ports above all',
        'egress: [{ports: [{protocol: ICMP, port: 65536}, {port: 1, endPort: 65536}]}]',
        '.egress[0].ports[0].port',
        '.egress[0].ports[0].protocol',
        '.egress[0].ports[1].endPort',
      ],
      [
        'for no addresses',
        'egress: [{to: [{ipBlock: {cidr: ""}}, {ipBlock: {cidr: 10.0.0.1/8}}, {ipBlock: {cidr: 10.0.0.0/8, except: [a]}}]}]',
        '.egress[0].to[0].ipBlock.cidr',
        '.egress[0].to[1].ipBlock.cidr',
        '.egress[0].to[2].ipBlock.except[0]',
      ],
    ],
  },
  {
    about: 'the pods of a NetworkPolicy',
    of: (selector) => named('networking.k8s.io/v1', 'NetworkPolicy', `spec: {podSelector: {${selector}}}`),
    under: 'spec.podSelector',
    rows: [
      ['all', ''],
      ['of no label', 'matchLabels: {a: b c}', '.matchLabels'],
      [
        'of no label among some',
        'matchExpressions: [{key: a b, operator: In, values: [c d]}, {key: a, operator: In}, {key: a, operator: Gt, values: ["1"]}]',
        '.matchExpressions[0].key',
        '.matchExpressions[0].values[0]',
        '.matchExpressions[1].values',
        '.matchExpressions[2].operator',
      ],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))
