// Where our own code lies: the folder of the sources, or of what they were bundled into. This file stands one folder deep, as
// every chunk of a bundle does, so that the answer is the same in both.

export const ownRoot = new URL('../', import.meta.url).href

/** `.ts` where the sources run as they are, `.js` where they were compiled. */
export const ownEnding = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
