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
export { attachmentsPath } from './attachments/attachment-paths.ts'
export { listAttachmentsOfPerson } from './attachments/attachment-queries.ts'
export { formatSize } from './attachments/file-size.ts'
export type { Attachment } from './attachments/attachment.ts'
export { sendAttachment } from './attachments/send-attachment.ts'
