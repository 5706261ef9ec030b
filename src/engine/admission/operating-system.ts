// A pod that names its operating system: what the other one alone has is refused.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:8703, :4848.
import type { Judge } from './judge.ts'
import { at, fieldOf, isSet, items, named, type Place, text } from './place.ts'

const inPod = ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace']
const inPodSecurity = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
]
const inContainerSecurity = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
]

export function operatingSystem(judge: Judge, spec: Place): void {
  const os = at(spec, 'os')
  if (!isSet(os)) return
  const name = text(at(os, 'name'))
  if (name === '') return judge.refuse(at(os, 'name'), { is: 'required' })
  const allowed = ['linux', 'windows']
  if (!allowed.includes(name)) return judge.refuse(os, { is: 'notOneOf', value: name, allowed })

  const why = `where the operating system is ${name}`
  const forbid = (place: Place) => {
    if (isGiven(place)) judge.refuse(place, { is: 'forbidden', why })
  }
  const contexts = ['containers', 'initContainers', 'ephemeralContainers']
    .flatMap((list) => items(at(spec, list)))
    .map((container) => at(container, 'securityContext'))
  const own = at(spec, 'securityContext')
  if (name === 'linux') for (const context of [own, ...contexts]) forbid(at(context, 'windowsOptions'))
  else {
    // The flags of the host are there or not; a false one is not.
    for (const field of inPod) {
      const place = at(spec, field)
      const isFlag = field === 'hostPID' || field === 'hostIPC'
      if (!isFlag || place.value === true) forbid(named(place, `${fieldOf(spec)}.${field}`))
    }
    for (const field of inPodSecurity) forbid(at(own, field))
    for (const context of contexts) for (const field of inContainerSecurity) forbid(at(context, field))
  }
}

function isGiven(place: Place): boolean {
  return isSet(place) && !(place.step === 'sysctls' && items(place).length === 0)
}
