import type { Lang } from '#platform/i18n.ts'
import { transitionText } from '#platform/transition-text.ts'
import type { StepRefusal } from './case-steps.ts'
import { ruleTextEn } from './rule-text.en.ts'
import { ruleTextPl, type CaseworkRefusal, type RuleText } from './rule-text.pl.ts'
import { ruleTextUk } from './rule-text.uk.ts'

export const ruleText: Record<Lang, RuleText> = { pl: ruleTextPl, uk: ruleTextUk, en: ruleTextEn }

const changedMeanwhile: Record<Lang, string> = {
  pl: 'Ktoś właśnie to zmienił. Zobacz nową wersję i zdecyduj jeszcze raz.',
  uk: 'Хтось щойно це змінив. Подивіться нову версію і вирішіть ще раз.',
  en: 'Someone has just changed this. Look at the new version and decide again.',
}

/** Why a step was refused, in a sentence that says what to do. */
export function refusalText(lang: Lang, refusal: CaseworkRefusal | StepRefusal): string {
  if (refusal === 'changed-meanwhile') return changedMeanwhile[lang]
  const rules: Partial<Record<string, string>> = ruleText[lang].refusals
  const steps: Partial<Record<string, string>> = transitionText[lang]
  return rules[refusal] ?? steps[refusal] ?? refusal
}
