// What pods and containers ask of a Windows node.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:8558, :8637.
import { dnsSubdomainProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, fieldOf, isSet, items, named, type Place, text } from './place.ts'
import { refuseIf } from './rules.ts'

const mostSpecBytes = 64 * 1024
const longestDomain = 256
const longestUser = 104

// biome-ignore lint/suspicious/noControlCharactersInRegex: the server refuses just these.
const control = /[\u0000-\u001f\u007f]/
const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/
const dnsDomain = /^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*$/

export function windowsOptions(judge: Judge, place: Place): void {
  if (!isSet(place)) return
  const [name, spec, user] = [
    at(place, 'gmsaCredentialSpecName'),
    at(place, 'gmsaCredentialSpec'),
    at(place, 'runAsUserName'),
  ]
  if (isSet(name)) refuseIf(judge, name, dnsSubdomainProblem(text(name)))
  if (isSet(spec)) {
    if (text(spec) === '') refuseIf(judge, spec, 'is empty')
    else if (Buffer.byteLength(text(spec)) > mostSpecBytes) refuseIf(judge, spec, 'is larger than 64 KiB', '')
  }
  if (isSet(user)) refuseIf(judge, user, userProblem(text(user)))
}

function userProblem(name: string): string | undefined {
  if (name === '') return 'is empty'
  if (control.test(name)) return 'holds control characters'
  const parts = name.split('\\')
  if (parts.length > 2) return 'holds more than one backslash'
  const [domain, user] = parts.length === 2 ? parts : [undefined, name]
  if (domain !== undefined && domain.length >= longestDomain)
    return `has a domain of ${longestDomain} characters or more`
  if (domain !== undefined && !netBios.test(domain) && !dnsDomain.test(domain))
    return 'has no domain before its backslash'
  if (user === undefined || user === '') return 'names no user'
  if (user.length > longestUser) return `has a user of more than ${longestUser} characters`
  if (/^[. ]+$/.test(user)) return 'has a user of nothing but points and spaces'
  return /["/\\:;|=,+*?<>@[\]]/.test(user) ? 'has a user with a sign that none may have' : undefined
}

/** Containers that run on the host: all of a pod or none, and then on the host's network. */
export function hostProcesses(judge: Judge, spec: Place): void {
  const own = at(spec, 'securityContext', 'windowsOptions', 'hostProcess').value
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => items(at(spec, list)))
  let onHost = 0
  for (const container of containers) {
    const place = at(container, 'securityContext', 'windowsOptions', 'hostProcess')
    if (isSet(place) && typeof own === 'boolean' && own !== place.value)
      refuseIf(judge, place, `is not what the pod says: ${own}`)
    if ((isSet(place) ? place.value : own) === true) onHost++
  }
  if (onHost === 0) return
  if (onHost < containers.length)
    judge.refuse(spec, { is: 'invalid', value: '', why: 'has containers with hostProcess and others without it' })
  if (at(spec, 'hostNetwork').value !== true) {
    const place = named(at(spec, 'hostNetwork'), `${fieldOf(spec)}.hostNetwork`)
    judge.refuse(place, { is: 'invalid', value: 'false', why: 'is not true, as hostProcess needs' })
  }
}
