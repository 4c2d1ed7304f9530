export { caseworkRoutes } from './casework-routes.tsx'
export { openCaseRoutes } from './resident/resident-routes.tsx'
export { clauseVersion } from './intake/need-report.ts'
export { caseworkDesk } from './desk.ts'
export { caseworkEventWords } from './audit-text.ts'
export {
  countOpenCases,
  findLastStep,
  listCaseNumbers,
  listClosedCases,
  type ClosedCase,
} from './closed-case-queries.ts'
export { listSubjectsLike, type FoundSubject } from './person-search-queries.ts'
export { caseCodes, listNamesInCases, stepWords } from './code-words.ts'
export { doseText } from './dose-text.ts'
