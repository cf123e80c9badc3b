import { vi } from 'vitest'

// A law reads some hundred reports: on a busy machine that may take minutes, and being slow is no failure.
vi.setConfig({ testTimeout: 300_000 })
