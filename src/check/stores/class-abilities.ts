// What is said that volumes of a class can do, against what their provisioner can.

import type { Known } from '../../knowledge/table.ts'
import type { VolumeAbilities } from '../../knowledge/volume-abilities.ts'
import type { AccessMode, StorageClass, VolumeKind } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import { kindsOf, kindWords } from './kind-words.ts'
import { modeWords } from './mode-words.ts'

export interface Of {
  readonly class: string
  readonly provisioner: string
  readonly source: string
}

export type AbilityParts = {
  modes: Of & { readonly said: readonly AccessMode[]; readonly not: readonly AccessMode[] }
  lies: Of & { readonly said: readonly VolumeKind[]; readonly does: readonly VolumeKind[] }
  expands: Of
  replicated: Of
}

export function abilityParts(
  named: Omit<Of, 'source'>,
  said: StorageClass,
  { value, source }: Known<VolumeAbilities>,
  cause: string,
): readonly AnyPart<AbilityParts>[] {
  const { accessModes, expands, replicated, stated } = said
  const kinds = kindsOf(said)
  const of = { ...named, source }
  const more = (field: string, hint: string) => ({ cause: `${cause}/${field}`, hint, stated: [stated] })
  const not = (accessModes ?? []).filter((mode) => value.modes?.includes(mode) === false)
  return [
    ...(accessModes && value.modes
      ? [
          part(
            'modes',
            not.length === 0,
            { ...of, said: accessModes, not },
            more('modes', `accessModes: ['${value.modes.join("', '")}']`),
          ),
        ]
      : []),
    ...(kinds.length > 0 && value.kinds
      ? [
          part(
            'lies',
            kinds.every((kind) => value.kinds?.includes(kind)),
            { ...of, said: kinds, does: value.kinds },
            more('kind', `kind: '${value.kinds[0]}', or another provisioner`),
          ),
        ]
      : []),
    ...(expands === true && value.expands !== undefined
      ? [
          part(
            'expands',
            value.expands,
            of,
            more('expands', 'a provisioner that makes volumes larger, or expands: false'),
          ),
        ]
      : []),
    ...(replicated === true && value.replicated !== undefined
      ? [
          part(
            'replicated',
            value.replicated,
            of,
            more('replicated', 'a provisioner that replicates, or replicated: false'),
          ),
        ]
      : []),
  ]
}

export const abilityWords = {
  modes: ({ class: name, provisioner, said, not, source }: AbilityParts['modes'], truth: Truth): Words => ({
    line:
      truth === true
        ? `volumes of ${provisioner} can be mounted ${said.map((mode) => modeWords[mode]).join(' or ')}`
        : `volumes of class ${name} are said to be mounted ${not.map((mode) => modeWords[mode]).join(' or ')}, and those of ${provisioner} cannot`,
    rows: [['source', source]],
  }),
  lies: ({ class: name, provisioner, said, does, source }: AbilityParts['lies'], truth: Truth): Words => ({
    line:
      truth === true
        ? `${provisioner} makes volumes on ${said.map((kind) => kindWords[kind]).join(' and ')}`
        : `volumes of class ${name} are said to lie on ${said.map((kind) => kindWords[kind]).join(' and ')}, and ${provisioner} makes none but on ${does.map((kind) => kindWords[kind]).join(' or ')}`,
    rows: [['source', source]],
  }),
  expands: ({ class: name, provisioner, source }: AbilityParts['expands'], truth: Truth): Words => ({
    line:
      truth === true
        ? `${provisioner} makes a volume larger where its claim asks for it`
        : `claims of class ${name} are said to get more when they ask, and ${provisioner} never makes a volume larger`,
    rows: [['source', source]],
  }),
  replicated: ({ class: name, provisioner, source }: AbilityParts['replicated'], truth: Truth): Words => ({
    line:
      truth === true
        ? `${provisioner} writes to several devices before a write counts`
        : `volumes of class ${name} are said to lie on several devices, and those of ${provisioner} lie on one`,
    rows: [['source', source]],
  }),
}
