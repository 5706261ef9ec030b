// What a Service says beside its families. Each row was asked of kube-apiserver 1.36.3: the fields that it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedFields, service, type Table } from './sample-says.ts'

const open = 'ports: [{port: 80}]'

const tables: readonly Table[] = [
  {
    about: 'a Service',
    of: service,
    under: 'spec',
    rows: [
      ['of another type', `type: Some, ${open}`, '.type'],
      ['with an address for nobody alone', `type: NodePort, clusterIP: None, ${open}`, '.clusterIPs[0]'],
      ['for pods of no label', `selector: {a: b c}, ${open}`, '.selector'],
      [
        'that stays with a client',
        `sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 86400}}, ${open}`,
      ],
      ['that stays somehow', `sessionAffinity: Some, ${open}`, '.sessionAffinity'],
      [
        'that stays for more than a day',
        `sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 86401}}, ${open}`,
        '.sessionAffinityConfig.clientIP.timeoutSeconds',
      ],
      ['at an address outside', `externalIPs: [192.0.2.1], externalTrafficPolicy: Local, ${open}`],
      [
        'at addresses that nobody reaches',
        `externalIPs: [a, 0.0.0.0, 127.0.0.1, 169.254.0.1], ${open}`,
        '.externalIPs[0]',
        '.externalIPs[1]',
        '.externalIPs[2]',
        '.externalIPs[3]',
      ],
      ['near its clients', `internalTrafficPolicy: Local, trafficDistribution: PreferSameZone, ${open}`],
      [
        'near somebody',
        `internalTrafficPolicy: Some, trafficDistribution: Some, ${open}`,
        '.internalTrafficPolicy',
        '.trafficDistribution',
      ],
      ['reached from outside in no way', `externalTrafficPolicy: Local, ${open}`, '.externalTrafficPolicy'],
      [
        'reached from outside in another way',
        `type: NodePort, externalTrafficPolicy: Some, ${open}`,
        '.externalTrafficPolicy',
      ],
      [
        'that is asked how it is',
        `type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 32000, ${open}`,
      ],
      ['that is asked how it is, for nobody outside', `healthCheckNodePort: 32000, ${open}`, '.healthCheckNodePort'],
      [
        'by families that there are not',
        `ipFamilies: [IPv5], ipFamilyPolicy: Some, ${open}`,
        '.ipFamilies[0]',
        '.ipFamilyPolicy',
      ],
      ['by two addresses', `clusterIP: None, clusterIPs: [10.0.0.9], ${open}`, '.clusterIPs'],
      ['by an address that is none', `clusterIP: a, ${open}`, '.clusterIP'],
    ],
  },
  {
    about: 'a balancer',
    of: (fields) => service(`${fields}, ${open}`),
    under: 'spec',
    rows: [
      ['for some', 'type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8], loadBalancerClass: example.com/a'],
      [
        'for no addresses, of no class',
        'type: LoadBalancer, loadBalancerSourceRanges: [a], loadBalancerClass: a b',
        '.LoadBalancerSourceRanges[0]',
        '.loadBalancerClass',
      ],
      [
        'that is none',
        'loadBalancerSourceRanges: [10.0.0.0/8], loadBalancerClass: example.com/a, allocateLoadBalancerNodePorts: true',
        '.LoadBalancerSourceRanges',
        '.allocateLoadBalancerNodePorts',
        '.loadBalancerClass',
      ],
    ],
  },
  {
    about: 'another name',
    of: (fields) => service(`type: ExternalName, ${fields}`),
    under: 'spec',
    rows: [
      ['with a point', 'externalName: a.b.'],
      ['of none', 'ports: []', '.externalName'],
      ['that is none', 'externalName: A', '.externalName'],
      [
        'of families',
        'externalName: a, ipFamilies: [IPv4], ipFamilyPolicy: SingleStack',
        '.ipFamilies',
        '.ipFamilyPolicy',
      ],
    ],
  },
  {
    about: 'ports',
    of: (ports) => service(`type: NodePort, ports: [${ports}]`),
    under: 'spec.ports',
    rows: [
      ['by name', '{name: a, port: 80, targetPort: http, appProtocol: example.com/a, protocol: UDP, nodePort: 32001}'],
      ['of no name', '{name: A, port: 80}', '[0].name'],
      ['above all', '{port: 65536, targetPort: 65536}', '[0].port', '[0].targetPort'],
      ['by another protocol', '{port: 80, protocol: ICMP, appProtocol: a b}', '[0].appProtocol', '[0].protocol'],
      ['to a port of no name', '{port: 80, targetPort: "80"}', '[0].targetPort'],
      // By dry run the server takes the first for given, and then refuses the second in other words.
      [
        'at one port of the nodes',
        '{name: a, port: 80, nodePort: 32001}, {name: b, port: 81, nodePort: 32001}',
        '[1].nodePort',
      ],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))
