// A disk by iSCSI. Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:90, :832, :875.
import type { Judge } from './judge.ts'
import { at, isSet, type Place, text } from './place.ts'
import { inByte, refuseIf, requireText } from './rules.ts'

// Of its name and its portal together, where the initiator has a name of its own.
const mostNameBytes = 64

/** A volume of a pod, or a PersistentVolume. */
export interface VolumeHolder {
  readonly name: Place
  readonly isPersistent: boolean
}

export function iscsi(judge: Judge, source: Place, { name: volume, isPersistent }: VolumeHolder): void {
  const [portal, name, lun] = [at(source, 'targetPortal'), at(source, 'iqn'), at(source, 'lun')]
  requireText(judge, portal)
  if (text(name) === '') judge.refuse(name, { is: 'required' })
  else refuseIf(judge, name, nameProblem(text(name)))
  inByte(judge, lun)
  secret(judge, source, isPersistent)
  const initiator = at(source, 'initiatorName')
  if (!isSet(initiator)) return
  // The server writes these two names without capitals.
  refuseIf(judge, spelled(initiator, 'initiatorname'), nameProblem(text(initiator)))
  if (Buffer.byteLength(`${text(volume)}:${text(portal)}`) > mostNameBytes) {
    const place = isPersistent ? spelled(portal, 'targetportal') : volume
    refuseIf(
      judge,
      place,
      `is longer than ${mostNameBytes} bytes with ${isPersistent ? 'the volume’s name' : 'its portal'}`,
    )
  }
}

function spelled(place: Place, name: string): Place {
  return { ...place, step: name }
}

function secret(judge: Judge, source: Place, isPersistent: boolean): void {
  const reference = at(source, 'secretRef')
  const isAsked = ['chapAuthDiscovery', 'chapAuthSession'].some((field) => at(source, field).value === true)
  if (isAsked && !isSet(reference)) judge.refuse(reference, { is: 'required', why: 'for CHAP' })
  if (isPersistent && isSet(reference)) requireText(judge, at(reference, 'name'))
}

const forms: ReadonlyMap<string, RegExp> = new Map([
  ['iqn', /iqn\.\d{4}-\d{2}\.([0-9A-Za-z\-.]+)(:[^,;*&$|\s]+)$/],
  ['eui', /^eui.[0-9A-Za-z]{16}$/],
  ['naa', /^naa.[0-9A-Za-z]{32}$/],
])

function nameProblem(name: string): string | undefined {
  const form = forms.get(name.slice(0, 3))
  if (form === undefined) return 'starts with none of iqn, eui, naa'
  return form.test(name) ? undefined : `is no name of the form ${name.slice(0, 3)}`
}
