import { oncePer } from '../once-per'
import type { Form, Grammar } from '../types'

/**
 * For each form of the grammars the first one that says the same but for its id and edition (table 四 of 2019 and 2021): what
 * is read of that one is read of all of them.
 */
export const twinForms: (grammars: Grammar[]) => ReadonlyMap<Form, Form> = /* @__PURE__ */ oncePer((grammars) => {
  const first = new Map<string, Form>()
  const twins = new Map<Form, Form>()
  for (const { forms } of grammars) {
    for (const form of forms) {
      const content = JSON.stringify([form.name, form.anchors, form.blocks, form.rules])
      if (!first.has(content)) first.set(content, form)
      twins.set(form, first.get(content)!)
    }
  }
  return twins
})
