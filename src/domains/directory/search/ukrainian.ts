const ENDINGS =
  /(?:ування|ювання|ння|ття|ами|ями|ові|еві|єві|ого|ому|ими|ість|ості|ої|ою|ею|єю|ій|ах|ях|ів|їв|ам|ям|ом|ем|єм|их|им|ує|ти|[аяоеєуюіїиьй])$/

/** A light stem of a Ukrainian word; Russian letters are read as their Ukrainian neighbours. */
export function stemUkrainian(word: string): string {
  const ukrainian = word.replace(/[ыэёъґ]/g, (letter) => NEIGHBOURS[letter] ?? letter)
  const stem = ukrainian.replace(ENDINGS, '')
  return stem.length >= 3 ? stem : ukrainian
}

const NEIGHBOURS: Record<string, string> = { ы: 'и', э: 'е', ё: 'е', ъ: '', ґ: 'г' }

/** Cyrillic written the way a Pole would hear it, without diacritics: "логопед" becomes "logoped". */
export function toPolishSpelling(word: string): string {
  return word.replace(/[\u0400-\u04ff]/g, (letter) => LATIN[letter] ?? '')
}

const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'w', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'je', ж: 'z', з: 'z', и: 'y', і: 'i', ї: 'ji', й: 'j',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'ch', ц: 'c', ч: 'cz',
  ш: 'sz', щ: 'szcz', ю: 'ju', я: 'ja', ы: 'y', э: 'e', ё: 'jo',
} // prettier-ignore

export const isCyrillic = (word: string): boolean => /[\u0400-\u04ff]/.test(word)
