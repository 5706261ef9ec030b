// Ingresses and their classes.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/networking/validation/validation.go:262 (Ingress), :480 (IngressClass).
import { dnsLabelProblem, dnsSubdomainProblem, portNameProblem } from '../../kubernetes/names.ts'
import { readAddress } from './addresses.ts'
import type { Judge } from './judge.ts'
import { pathSegmentProblem } from './metadata.ts'
import { at, isSet, items, named, number, type Place, text } from './place.ts'
import { allowSet, portNumber, refuseIf, requireText } from './rules.ts'
import { serviceNameProblem } from './service-name.ts'

export function ingress(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  const [rules, otherwise, className] = [at(spec, 'rules'), at(spec, 'defaultBackend'), at(spec, 'ingressClassName')]
  if (items(rules).length === 0 && !isSet(otherwise))
    judge.refuse(spec, { is: 'invalid', value: '', why: 'has neither rules nor a defaultBackend' })
  if (isSet(otherwise)) backend(judge, otherwise)
  for (const rule of items(rules)) ingressRule(judge, rule)
  for (const tls of items(at(spec, 'tls'))) {
    for (const host of items(at(tls, 'hosts'))) refuseIf(judge, host, hostProblem(text(host)))
    const secret = at(tls, 'secretName')
    if (text(secret) !== '') refuseIf(judge, secret, dnsSubdomainProblem(text(secret)))
  }
  if (isSet(className)) refuseIf(judge, className, dnsSubdomainProblem(text(className)))
  classTwice(judge, root, className)
}

// The server names this place without `metadata` (validation.go:256).
function classTwice(judge: Judge, root: Place, className: Place): void {
  const old = at(root, 'metadata', 'annotations', 'kubernetes.io/ingress.class')
  if (!isSet(old) || !isSet(className) || text(old) === text(className)) return
  const place = named(old, 'annotations.kubernetes.io/ingress.class')
  judge.refuse(place, { is: 'invalid', value: text(old), why: `is not the ingressClassName ${text(className)}` })
}

function ingressRule(judge: Judge, rule: Place): void {
  const host = at(rule, 'host')
  if (text(host) !== '') {
    refuseIf(judge, host, readAddress(text(host)) ? 'is an address, and a name is wanted' : undefined)
    refuseIf(judge, host, hostProblem(text(host)))
  }
  const http = at(rule, 'http')
  if (!isSet(http)) return
  const paths = at(http, 'paths')
  if (items(paths).length === 0) judge.refuse(paths, { is: 'required' })
  for (const path of items(paths)) httpPath(judge, path)
}

function hostProblem(host: string): string | undefined {
  if (!host.includes('*')) return dnsSubdomainProblem(host)
  const rest = host.startsWith('*.') ? dnsSubdomainProblem(host.slice(2)) : 'begins with no *.'
  return rest === undefined && !host.slice(2).includes('*') ? undefined : 'is no name of a domain behind *.'
}

function httpPath(judge: Judge, place: Place): void {
  const [path, type] = [at(place, 'path'), at(place, 'pathType')]
  if (!isSet(type)) return judge.refuse(type, { is: 'required' })
  allowSet(judge, type, ['Exact', 'ImplementationSpecific', 'Prefix'])
  const written = text(path)
  const mayBeEmpty = text(type) === 'ImplementationSpecific'
  if (isKnownType(text(type)) && !written.startsWith('/') && !(mayBeEmpty && written === ''))
    refuseIf(judge, path, 'does not begin with /', written)
  if (text(type) === 'Exact' || text(type) === 'Prefix') {
    for (const part of ['//', '/./', '/../', '%2f', '%2F'])
      if (written.includes(part)) refuseIf(judge, path, `has ${part} in it`)
    for (const end of ['/..', '/.']) if (written.endsWith(end)) refuseIf(judge, path, `ends with ${end}`)
  }
  backend(judge, at(place, 'backend'))
}

function isKnownType(type: string): boolean {
  return type === 'Exact' || type === 'Prefix' || type === 'ImplementationSpecific'
}

function backend(judge: Judge, place: Place): void {
  const [resource, service] = [at(place, 'resource'), at(place, 'service')]
  if (isSet(resource) && isSet(service))
    return judge.refuse(place, { is: 'invalid', value: '', why: 'has both a resource and a service' })
  if (isSet(resource)) return typedReference(judge, resource)
  if (!isSet(service))
    return judge.refuse(place, { is: 'invalid', value: '', why: 'has neither a service nor a resource' })
  const name = at(service, 'name')
  if (text(name) === '') judge.refuse(name, { is: 'required' })
  else refuseIf(judge, name, serviceNameProblem(judge, text(name)))
  const [portName, port] = [at(service, 'port', 'name'), at(service, 'port', 'number')]
  const hasNumber = (number(port) ?? 0) !== 0
  if (text(portName) !== '' && hasNumber)
    judge.refuse(place, { is: 'invalid', value: '', why: 'has a port both by name and by number' })
  else if (text(portName) !== '') refuseIf(judge, portName, portNameProblem(text(portName)))
  else if (hasNumber) portNumber(judge, port)
  else judge.refuse(place, { is: 'required', why: 'a port by name or by number' })
}

function typedReference(judge: Judge, place: Place): void {
  const group = at(place, 'apiGroup')
  if (isSet(group)) refuseIf(judge, group, dnsSubdomainProblem(text(group)))
  for (const field of ['kind', 'name']) {
    requireText(judge, at(place, field))
    refuseIf(judge, at(place, field), pathSegmentProblem(text(at(place, field))))
  }
}

const mostControllerBytes = 250

export function ingressClass(judge: Judge, root: Place): void {
  const [controller, parameters] = [at(root, 'spec', 'controller'), at(root, 'spec', 'parameters')]
  const name = text(controller)
  if (Buffer.byteLength(name) > mostControllerBytes)
    judge.refuse(controller, { is: 'invalid', value: '', why: `is longer than ${mostControllerBytes} bytes` })
  if (name === '') judge.refuse(controller, { is: 'required' })
  else refuseIf(judge, controller, controllerProblem(name))
  if (isSet(parameters)) classParameters(judge, parameters)
}

function classParameters(judge: Judge, place: Place): void {
  typedReference(judge, place)
  const [scope, namespace] = [at(place, 'scope'), at(place, 'namespace')]
  allowSet(judge, scope, ['Cluster', 'Namespace'])
  if (text(scope) === 'Namespace') {
    if (isSet(namespace)) refuseIf(judge, namespace, dnsLabelProblem(text(namespace)))
    else judge.refuse(namespace, { is: 'required', why: 'where the scope is Namespace' })
  } else if (isSet(namespace) && (!isSet(scope) || text(scope) === 'Cluster'))
    judge.refuse(namespace, { is: 'forbidden', why: 'where the scope is Cluster' })
}

// Source: k8s.io/apimachinery@v0.36.3 pkg/util/validation/validation.go:96.
function controllerProblem(name: string): string | undefined {
  const [domain = '', path = ''] = name.split(/\/(.*)/s)
  if (domain === '' || path === '') return 'is no path behind a domain, like example.com/ingress'
  return dnsSubdomainProblem(domain) ?? (/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path) ? undefined : 'is no path')
}
