import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapInOrder } from '../src/cli/map-in-order'

test('law: results come in the order of the items, and no more items are held than asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), async (turns, width) => {
      const results: number[] = []
      let most = 0
      async function* items() {
        for (const [item, wait] of turns.entries()) {
          most = Math.max(most, item + 1 - results.length)
          yield { item, wait }
        }
      }
      async function work({ item, wait }: { item: number; wait: number }): Promise<number> {
        for (let turn = 0; turn < wait; turn++) await Promise.resolve()
        return item
      }
      for await (const result of mapInOrder(items(), width, work)) results.push(result)
      expect(results).toEqual([...turns.keys()])
      expect(most).toBe(Math.min(width, turns.length))
    }),
  )
})
