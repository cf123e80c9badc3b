/** An error that is the caller's: a wrong option, a missing file. Its message is shown without a stack. */
export function usageError(message: string): Error {
  return Object.assign(new Error(message), { name: 'UsageError' })
}

/** True for an error made by `usageError`. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'UsageError'
}
