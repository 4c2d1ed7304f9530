import { fold } from './fold.ts'

const POLISH = `a aby ale albo ani aż bardzo bez bo by być byłam byłem była był było były bym będzie będę chcę chce
chciałabym chciałbym ci cię co coś czy dla do gdy gdzie go ich i ile im iż ja jak jakaś jakieś jakiś jaki jaka jakie je
jego jej jest jestem jesteśmy jeszcze jeśli jeżeli już kiedy kto ktoś która które którego której którzy który lub ma mam
mamy mają me mi mną mnie może mogę moja moje mojego mojej mojemu moim mój mu my na nad nam nami nas nasz nasza nasze nią
nich nie niego niej nim niż o od oraz po pod poza proszę przed przez przy sam się są szukam skąd ta tak taka taki takie
tam te tego tej ten też to tu tutaj twój ty tylko tym u w we więc wiem wszystko z za ze znaleźć że żeby`

const ENGLISH = `a an and are as at be but by can do does for from get have he her his how i if in is it me my no not of
on or our please she so some that the their there they this to us was we what when where which who will with you your`

const UKRAINIAN = `а або але без в ви від він вона вони все да де для до є з за зі і із й його її їх як яка який які ким
коли ми мене мені мій моя моє моєї моєму може можу на над не ні них о по при про та так там те то тут у хочу хто це цей
ця чи шо що щоб я мы где и как кто мне мой моя что это я с`

/** Words that say nothing about the service sought, as folded keys: with diacritics and without they are the same. */
export const STOP_WORDS: ReadonlySet<string> = new Set(fold(`${POLISH} ${ENGLISH} ${UKRAINIAN}`).split(/\s+/))

/** "Nie daję rady" means having no strength; word by word it would ask for advice. */
export const withoutIdioms = (text: string): string => text.replace(NOT_COPING, 'nie mam siły')

const NOT_COPING =
  /(?<!\p{L})nie (?:(?:ju[zż]|sobie) ){0,2}(?:(?:daj[eę]|dajemy|dam|damy) (?:(?:ju[zż]|sobie) ){0,2}rad[yęe]|radz[eę] (?:ju[zż] )?sobie)(?!\p{L})/gu
