/** What a Polish reader says for a role; roles that it passes over in silence are null. */
const roles: Record<string, string | null> = {
  document: 'strona',
  banner: 'nagłówek strony',
  main: 'treść główna',
  contentinfo: 'stopka',
  navigation: 'nawigacja',
  search: 'wyszukiwanie',
  form: null,
  region: 'region',
  complementary: 'uzupełnienie',
  alert: 'uwaga',
  status: 'stan',
  group: 'grupa',
  radiogroup: 'grupa',
  heading: 'nagłówek',
  link: 'link',
  button: 'przycisk',
  textbox: 'pole edycji',
  searchbox: 'pole wyszukiwania',
  combobox: 'lista rozwijana',
  checkbox: 'pole wyboru',
  radio: 'przycisk opcji',
  option: null,
  list: 'lista',
  listitem: 'punkt',
  table: 'tabela',
  row: 'wiersz',
  rowgroup: null,
  columnheader: 'nagłówek kolumny',
  rowheader: 'nagłówek wiersza',
  cell: 'komórka',
  caption: null,
  term: null,
  definition: null,
  paragraph: null,
  strong: null,
  emphasis: null,
  code: null,
  time: null,
  separator: 'linia',
  img: 'grafika',
  image: 'grafika',
  insertion: 'dodane',
  deletion: 'usunięte',
  figure: 'ilustracja',
  'current item': 'bieżący język',
}

/** What is said after a name; null where a reader says nothing, since it is as always. */
const states: [RegExp, string | null][] = [
  [/^level (\d+)$/, 'poziom $1'],
  [/^position (\d+)$/, '$1'],
  [/^set size (-?\d+)$/, 'z $1'],
  [/^checked$/, 'zaznaczone'],
  [/^not checked$/, 'niezaznaczone'],
  [/^selected$/, 'wybrane'],
  [/^not selected$/, null],
  [/^expanded$/, 'rozwinięte'],
  [/^not expanded$/, 'zwinięte'],
  [/^has popup listbox$/, null],
  [/^invalid$/, 'błąd'],
  [/^not invalid$/, null],
  [/^required$/, 'wymagane'],
  [/^not required$/, null],
  [/^disabled$/, 'niedostępne'],
  [/^not disabled$/, null],
  [/^current page$/, 'bieżąca strona'],
  [/^current step$/, 'bieżący krok'],
  [/^sorted in ascending order$/, 'rosnąco'],
  [/^sorted in descending order$/, 'malejąco'],
  [/^no defined sort order$/, null],
  [/^(assertive|polite)$/, null],
  [/^(not )?atomic$/, null],
  [/^(row|column) (index|span|count) -?\d+$/, null],
]

/** Ends that tell where one is; the others only repeat. */
const endsSaid = new Set(['main', 'navigation', 'search', 'group', 'table', 'list', 'banner', 'contentinfo', 'region'])

/** What a button or a choice sends: this reader says it, those that people use don't. */
const sent = /^[a-z0-9-]+$/

interface Said {
  role: string | undefined
  line: string | null
}

/** What the screen reader logs, in the words and at the length in which a person hears it. */
export function inPolish(phrases: readonly string[]): string[] {
  const said = phrases.map((phrase, at) => (phrases[at - 1] === 'term' ? sayTerm(phrase) : say(phrase)))
  return said.filter((one, at) => one.line !== null && !isEcho(said, at)).map(({ line }) => line!)
}

/** Of a name without words only the sign that it stands there is heard. */
const sayTerm = (phrase: string): Said => ({
  role: 'term',
  line: phrase.startsWith('end of term') ? 'nazwa: (bez słów)' : `nazwa: ${phrase}`,
})

function say(phrase: string): Said {
  const [, end, rest = ''] = /^(end of |end, )?(.*)$/s.exec(phrase) ?? []
  const words = rest.split(', ')
  const role = words[0]!
  if (!(role in roles)) return { role: undefined, line: end ? null : phrase }
  if (role === 'group' && words.length === 1) return { role, line: null }
  if (end) return { role: 'end', line: endsSaid.has(role) ? `koniec: ${roles[role]}` : null }
  const after: string[] = []
  let name = words.slice(1)
  while (name.length > 0) {
    const state = states.find(([pattern]) => pattern.test(name.at(-1)!))
    if (!state) break
    if (state[1] !== null) after.unshift(name.at(-1)!.replace(state[0], state[1]))
    name = name.slice(0, -1)
  }
  if (role === 'listitem')
    return { role, line: `punkt ${after.filter((word) => !word.startsWith('poziom')).join(' ')}` }
  if (role === 'option') return { role, line: after.includes('wybrane') ? `wybrane: ${name[0]}` : null }
  if (roles[role] === null) return { role, line: null }
  if (role === 'button' || role === 'combobox')
    name = [...name.slice(0, 1), ...name.slice(1).filter((word) => !sent.test(word))]
  const heard = `${roles[role]}${after.length > 0 ? ` (${after.join(', ')})` : ''}`
  return { role, line: name.length > 0 ? `${heard}: ${name.join(', ')}` : heard }
}

const named = new Set(['link', 'button', 'heading', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'group'])

/** The text of a link or of a label is said once, with what it is the name of. */
function isEcho(said: readonly Said[], at: number): boolean {
  const { role, line } = said[at]!
  if (role !== undefined || line === null) return false
  return said
    .slice(Math.max(0, at - 5), at + 6)
    .some((near) => near.line !== null && named.has(near.role ?? '') && near.line.includes(line))
}
