export { caseworkRoutes } from './casework-routes.tsx'
export { clauseVersion } from './intake/need-report.ts'
