// Users, groups, privileges and seccomp of pods and containers.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, ValidateSecurityContext, validatePodSpecSecurityContext.
import type { Judge } from './judge.ts'
import { appArmor, seLinuxChange, sysctls } from './kernel.ts'
import { at, fieldOf, isSet, items, named, number, type Place, text, texts } from './place.ts'
import { allowOnly, allowSet, refuseIf } from './rules.ts'
import { inPathProblem } from './volume-mounts.ts'
import { hostProcesses, windowsOptions } from './windows.ts'

const mostId = 2 ** 31 - 1

export function containerSecurity(judge: Judge, place: Place, hostUsers: boolean): void {
  if (!isSet(place)) return
  ids(judge, [at(place, 'runAsUser'), at(place, 'runAsGroup')])
  seccomp(judge, at(place, 'seccompProfile'))
  allowSet(judge, at(place, 'procMount'), ['Default', 'Unmasked'])
  if (hostUsers && text(at(place, 'procMount')) === 'Unmasked') {
    judge.refuse(at(place, 'procMount'), { is: 'invalid', value: 'Unmasked', why: 'needs hostUsers: false' })
  }
  const addsAdmin = texts(at(place, 'capabilities', 'add')).includes('CAP_SYS_ADMIN')
  const why = at(place, 'privileged').value === true ? 'privileged: true' : addsAdmin ? 'CAP_SYS_ADMIN' : undefined
  if (at(place, 'allowPrivilegeEscalation').value === false && why !== undefined) {
    judge.refuse(place, { is: 'invalid', value: 'allowPrivilegeEscalation: false', why: `stands beside ${why}` })
  }
  appArmor(judge, at(place, 'appArmorProfile'))
  windowsOptions(judge, at(place, 'windowsOptions'))
}

export function podSecurity(judge: Judge, spec: Place): void {
  const place = at(spec, 'securityContext')
  ids(judge, [
    at(place, 'runAsUser'),
    at(place, 'runAsGroup'),
    at(place, 'fsGroup'),
    ...items(at(place, 'supplementalGroups')),
  ])
  seccomp(judge, at(place, 'seccompProfile'))
  appArmor(judge, at(place, 'appArmorProfile'))
  seLinuxChange(judge, at(place, 'seLinuxChangePolicy'))
  sysctls(judge, spec)
  hostProcesses(judge, spec)
  allowSet(judge, at(place, 'fsGroupChangePolicy'), ['OnRootMismatch', 'Always'])
  allowSet(judge, at(place, 'supplementalGroupsPolicy'), ['Merge', 'Strict'])
  if (at(spec, 'shareProcessNamespace').value === true && at(spec, 'hostPID').value === true) {
    judge.refuse(named(at(spec, 'shareProcessNamespace'), `${fieldOf(place)}.shareProcessNamespace`), {
      is: 'invalid',
      value: 'true',
      why: 'stands beside hostPID',
    })
  }
  if (at(spec, 'hostUsers').value === false) {
    // The server writes two of the names with a capital (validation.go:3943).
    for (const name of ['hostNetwork', 'HostPID', 'HostIPC']) {
      const place = at(spec, name.replace('H', 'h'))
      if (place.value === true)
        judge.refuse(named(place, `${fieldOf(spec)}.${name}`), { is: 'forbidden', why: 'beside hostUsers: false' })
    }
  }
  windowsOptions(judge, at(place, 'windowsOptions'))
}

function ids(judge: Judge, places: readonly Place[]): void {
  for (const place of places) {
    const id = number(place)
    if (id !== undefined && (id < 0 || id > mostId))
      judge.refuse(place, { is: 'invalid', value: `${id}`, why: `is not between 0 and ${mostId}` })
  }
}

function seccomp(judge: Judge, place: Place): void {
  if (!isSet(place)) return
  const [type, profile] = [at(place, 'type'), at(place, 'localhostProfile')]
  const allowed = ['Localhost', 'RuntimeDefault', 'Unconfined']
  if (text(type) === '') judge.refuse(type, { is: 'required' })
  allowOnly(judge, type, allowed)
  if (text(type) === 'Localhost') {
    if (isSet(profile)) refuseIf(judge, profile, inPathProblem(text(profile)))
    else judge.refuse(profile, { is: 'required', why: 'for type Localhost' })
  } else if (isSet(profile))
    judge.refuse(profile, { is: 'invalid', value: text(profile), why: 'goes only with type Localhost' })
}
