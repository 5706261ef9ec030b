import type { Note } from '../../check/report.ts'
import { byCodePoint } from '../../platform/order.ts'
import { count } from '../text/count.ts'
import type { ReadListed } from './read-listed.ts'

/** What of a folder is meant for no cluster, and is not judged. */
export function folderNotes({
  notManifests,
  toolFiles,
}: Pick<ReadListed, 'notManifests' | 'toolFiles'>): readonly Note[] {
  const tools = [...new Set(toolFiles.flatMap(({ tools }) => tools))].sort(byCodePoint)
  const configure = toolFiles.length === 1 ? 'configures' : 'configure'
  const left = [
    ...(notManifests.length > 0 ? [`${count(notManifests.length, 'file')} without manifests, not judged`] : []),
    ...(tools.length > 0 ? [`${count(toolFiles.length, 'file')} ${configure} tools: ${tools.join(', ')}`] : []),
  ]
  return left.map((says) => ({ is: 'read', says }))
}
