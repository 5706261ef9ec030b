// Questions and kinds of promises whose page is still to be written.

export const pending: readonly string[] = []
