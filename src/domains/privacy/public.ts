export { privacyDesk } from './list-due.ts'
export { privacyEventWords } from './event-words.ts'
export { privacyRoutes } from './privacy-routes.tsx'
export { startRetentionWatch } from './retention-watch.ts'
