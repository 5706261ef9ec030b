import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estateOf } from './sample.ts'
import { suppliersOf } from './supplied.ts'

const external = (spec: string) => `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: orders-db, namespace: shop}
spec: {${spec}}`
const ingress = (annotations: string) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop, annotations: {${annotations}}}
spec: {tls: [{hosts: [shop.example.com], secretName: web-tls}]}`
const certificate = `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web, namespace: shop}
spec: {secretName: web-tls, keystores: {jks: {create: true}}}`

type Row = [name: string, yaml: string, ref: string, is: string, keys?: readonly string[]]
const rows: Row[] = [
  ['Kubernetes puts it into every namespace', '', 'ConfigMap/shop/kube-root-ca.crt', 'made', ['ca.crt']],
  ['every namespace has one', '', 'ServiceAccount/shop/default', 'made'],
  ['another name is nobody’s', '', 'ServiceAccount/shop/orders', 'no'],
  ['a class of Kubernetes', '', 'PriorityClass//system-node-critical', 'made'],
  ['a class of nobody', '', 'PriorityClass//system-shop-critical', 'no'],
  ['clouds bring classes', '', 'StorageClass//fast', 'maybe'],
  ['what stands in kube-system is rarely shown', '', 'ServiceAccount/kube-system/dns', 'maybe'],
  ['a name that every object has', '', 'ConfigMap/shop/__proto__', 'no'],
  ['a role of Kubernetes', '', 'ClusterRole//view', 'made'],
  ['a role of the system', '', 'ClusterRole//system:auth-delegator', 'made'],
  ['a role that an add-on may bring', '', 'ClusterRole//system:coredns', 'maybe'],
  ['a role of API servers', '', 'Role/kube-system/extension-apiserver-authentication-reader', 'made'],
  ['keys that are listed', external('data: [{secretKey: url}]'), 'Secret/shop/orders-db', 'made', ['url']],
  ['keys that only the store knows', external('dataFrom: [{extract: {key: orders}}]'), 'Secret/shop/orders-db', 'made'],
  [
    'a template takes the place of what was fetched',
    external('target: {name: dsn, template: {data: {dsn: x}}}, data: [{secretKey: url}]'),
    'Secret/shop/dsn',
    'made',
    ['dsn'],
  ],
  ['one that makes none', external('target: {creationPolicy: None}'), 'Secret/shop/orders-db', 'no'],
  ['another namespace', external('data: []'), 'Secret/other/orders-db', 'no'],
  [
    'a certificate and its keystore',
    certificate,
    'Secret/shop/web-tls',
    'made',
    ['tls.crt', 'tls.key', 'ca.crt', 'keystore.jks', 'truststore.jks'],
  ],
  [
    'an issuer in the annotations',
    ingress('cert-manager.io/cluster-issuer: acme'),
    'Secret/shop/web-tls',
    'made',
    ['tls.crt', 'tls.key', 'ca.crt'],
  ],
  ['no issuer', ingress('example.com/issuer: acme'), 'Secret/shop/web-tls', 'no'],
  [
    'a sealed one',
    `
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: orders-db, namespace: shop}
spec: {encryptedData: {password: AgB}}`,
    'Secret/shop/orders-db',
    'made',
    ['password'],
  ],
  [
    'a copy elsewhere is not certain',
    `
apiVersion: v1
kind: Secret
metadata:
  {name: pull, namespace: shop, annotations: {reflector.v1.k8s.emberstack.com/reflection-auto-enabled: "true"}}`,
    'Secret/other/pull',
    'maybe',
  ],
]

for (const [name, yaml, ref, is, keys] of rows) {
  test(`supplied: ${name}`, () => {
    const [kind = '', namespace = '', ...rest] = ref.split('/')
    const supply = suppliersOf(estateOf(yaml)).canMake(kind, namespace, rest.join('/'))
    assert.equal(supply.is, is)
    assert.deepEqual(supply.is === 'made' ? supply.keys : undefined, keys)
  })
}
