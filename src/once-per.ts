/**
 * Keeps what is made of an object (a form, a list of grammars) for as long as the object lives: what grammars mean does not
 * depend on the document, so that it is worked out once and not in every call. What is given back is shared: never change it.
 */
export function oncePer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>()
  return (key) => {
    let entry = known.get(key)
    if (!entry) {
      entry = { value: make(key) }
      known.set(key, entry)
    }
    return entry.value
  }
}
