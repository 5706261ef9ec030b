/** How much of a folder is read at once. */
export interface FolderLimits {
  readonly files: number
  readonly fileBytes: number
  readonly allBytes: number
  readonly depth: number
}

export const usualLimits: FolderLimits = { files: 50_000, fileBytes: 32 * 2 ** 20, allBytes: 512 * 2 ** 20, depth: 40 }
