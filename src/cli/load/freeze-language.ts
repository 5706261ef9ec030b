// What our own code stands on must not be changed by the file that it judges: the built-in objects through which
// values are made, frozen and remembered.

export function freezeLanguage(): void {
  const holders = [
    Object,
    Reflect,
    Math,
    JSON,
    Array,
    Map,
    Set,
    WeakMap,
    WeakSet,
    String,
    Number,
    RegExp,
    Symbol,
    Promise,
  ]
  for (const holder of holders) {
    Object.freeze(holder)
    const prototype: unknown = Reflect.get(holder, 'prototype')
    // Objects of packages override what Object.prototype and RegExp.prototype have; a frozen one would forbid it.
    if (prototype && holder !== Object && holder !== RegExp) Object.freeze(prototype)
  }
}
