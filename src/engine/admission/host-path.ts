// A path of the node, as pods and volumes name it.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:809.
import type { Judge } from './judge.ts'
import { at, type Place, text } from './place.ts'
import { allowOnly, refuseIf, requireText } from './rules.ts'
import { backStepProblem } from './volume-mounts.ts'

const hostPathTypes = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice']

export function hostPath(judge: Judge, source: Place): void {
  requireText(judge, at(source, 'path'))
  refuseIf(judge, at(source, 'path'), backStepProblem(text(at(source, 'path'))))
  allowOnly(judge, at(source, 'type'), hostPathTypes)
}
