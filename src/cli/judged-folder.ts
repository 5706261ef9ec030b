// A folder of manifests, judged with the promises that lie among them. What could not be read is listed, with its place.

import type { Report } from '../check/report.ts'
import { runEstates } from '../check/run-estates.ts'
import { type FolderAsking, folderEstates } from './folder-estates.ts'
import { judgesOf } from './judges-of.ts'

export async function judgedFolder(path: string, asking: FolderAsking & { asOf: string }): Promise<Report> {
  const { estates, unread, notes, promises, platform, live } = await folderEstates(path, asking)
  if (platform) {
    const { runPlatform } = await import('../check/run-platform.ts')
    return { ...runPlatform(platform, { asOf: asking.asOf, estates }), unread, notes }
  }
  const judges = await judgesOf(promises)
  return runEstates(estates, { title: path, asOf: asking.asOf, unread, notes, promises, judges, live })
}
