#!/usr/bin/env node
import { main } from './main'

// The reader of our output went away (`ogi-report … | head`): there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main(process.argv.slice(2), process)
