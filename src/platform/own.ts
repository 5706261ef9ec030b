// Where our own code lies: the folder of the sources, or of what they were bundled into. This file stands one folder deep, as
// every chunk of a bundle does, so that the answer is the same in both.

export const ownRoot = new URL('../', import.meta.url).href
