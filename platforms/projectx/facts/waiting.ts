// Facts that only a later part can show, each with what it waits for.

import type { Fact, FactKind, NotYet } from '../../facts/fact.ts'

type Waiting = readonly [number: string, title: string, ...kinds: [FactKind, ...FactKind[]]]

function waiting(waitsFor: NotYet['waitsFor'], why: string, rows: readonly Waiting[]): readonly Fact[] {
  return rows.map(([number, title, ...kinds]) => ({ id: `PX-${number}`, title, kinds, waitsFor, why }) as const)
}

export const notYet: readonly Fact[] = [
  ...waiting('rendering', 'it stands in files for Terraform and Ansible, and none are written yet', [
    ['28', 'each of three providers takes the same declaration', 'render'],
    ['54', 'what is written for Terraform and Ansible passes their own checks', 'render'],
  ]),
  ...waiting('running', 'it is seen while it runs, and nothing runs yet', [
    ['03', 'what Dev calls outside only answers as if', 'run'],
    ['30', 'no request fails while a version is changed', 'run'],
    ['39', 'a notification gets to who listens for it', 'run'],
    ['53', 'a runbook is run from here, and leaves a log of what it changed', 'run', 'document'],
  ]),
  ...waiting('delivering', 'it is seen on a release, and nothing is released yet', [
    ['07', 'tests of integration run in Staging, and stop what fails', 'deliver'],
    ['08', 'load is put on Staging, and what is too slow goes no further', 'deliver'],
    ['09', 'nothing comes to Production that nobody has agreed to', 'deliver'],
    ['15', 'of each change of Production it is kept who made it and who agreed', 'deliver', 'observe'],
  ]),
  ...waiting('observing', 'it is seen on what is measured, and nothing is measured yet', [
    ['52', 'how long each service waits for each other one is told from traces', 'observe'],
  ]),
  ...waiting('documenting', 'it stands in a document that is written from the platform, and none is yet', [
    ['26', 'the layout is drawn from what is declared', 'document'],
    ['56', 'what is still to be chosen is listed', 'document', 'check'],
    ['57', 'what has no size is listed', 'document', 'check'],
    ['58', 'what nobody knows how to recover is listed', 'document', 'drill'],
    ['59', 'the document says that it is a target', 'document'],
  ]),
]
