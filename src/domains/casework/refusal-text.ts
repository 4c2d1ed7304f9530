import type { Lang } from '#platform/i18n.ts'
import { transitionText } from '#platform/transition-text.ts'
import type { StepRefusal } from './case-steps.ts'
import { ruleTextEn } from './rule-text.en.ts'
import { ruleTextPl, type CaseworkRefusal, type RuleText } from './rule-text.pl.ts'
import { ruleTextUk } from './rule-text.uk.ts'

export const ruleText: Record<Lang, RuleText> = { pl: ruleTextPl, uk: ruleTextUk, en: ruleTextEn }

const changedMeanwhile: Record<Lang, string> = {
  pl: 'Ktoś zmienił ten wpis w tym samym czasie. Sprawdź go i spróbuj jeszcze raz.',
  uk: 'Хтось змінив цей запис у цей самий час. Перевірте його й спробуйте ще раз.',
  en: 'Someone changed this record at the same time. Check it and try again.',
}

/** Why a step was refused, in a sentence that says what to do. */
export function refusalSentence(lang: Lang, refusal: CaseworkRefusal | StepRefusal): string {
  if (refusal === 'changed-meanwhile') return changedMeanwhile[lang]
  const rules: Record<string, string> = ruleText[lang].refusals
  const steps: Record<string, string> = transitionText[lang]
  return rules[refusal] ?? steps[refusal] ?? changedMeanwhile[lang]
}
