import type { Fault } from '../fault.ts'
import { controlBorders } from './colour.ts'
import type { Check, Look } from './elements.ts'
import { linkedErrors, namedControls, pasteWelcome, referencesLead } from './forms.ts'
import { documentLanguage, languageLinks, languageOfParts } from './language.ts'
import { reflow, targetSize, textSpacing, wholeText } from './layout.ts'
import * as structure from './structure.ts'

/** Every check that needs no waiting: it works in a page whose scripts are switched off as well. */
const checks: Check[] = [
  structure.oneHeading,
  structure.tellingTitle,
  structure.tellingLinks,
  structure.nothingInline,
  structure.worksWithoutScripts,
  structure.phoneInHeader,
  structure.uniqueIds,
  structure.calm,
  documentLanguage,
  languageOfParts,
  languageLinks,
  namedControls,
  referencesLead,
  linkedErrors,
  pasteWelcome,
  reflow,
  wholeText,
  textSpacing,
  targetSize,
  controlBorders,
]

export const lookAround = (look: Look): Fault[] => checks.flatMap((check) => check(look))
