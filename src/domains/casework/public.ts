export { caseworkRoutes } from './casework-routes.tsx'
export { openCaseRoutes } from './resident/resident-routes.tsx'
export { clauseVersion } from './intake/need-report.ts'
