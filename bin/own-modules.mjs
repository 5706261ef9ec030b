import module from 'node:module'

/**
 * Where our own modules lie is known from the import itself: Node would look for each on the disk, link by link and
 * package by package. `root` is the URL of the folder of sources, or of compiled files.
 */
export function knowOwnModules(root) {
  const format = root.endsWith('/src/') ? 'module-typescript' : 'module'
  module.registerHooks({
    resolve(specifier, context, next) {
      const isOwn = specifier.startsWith('.') && context.parentURL?.startsWith(root)
      return isOwn ? { url: new URL(specifier, context.parentURL).href, format, shortCircuit: true } : next(specifier)
    },
  })
}
