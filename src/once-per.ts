/**
 * Remembers what is made of an object (a form, a list of grammars) for as long as the object lives. What grammars mean does not
 * depend on the document, so it is worked out once and not in every call. The result is shared: never change it.
 */
export function oncePer<Key extends object, Value extends object | string | null>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = make(key)
      known.set(key, value)
    }
    return value
  }
}
