import { Button, ButtonGroup, ButtonLink } from './button.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Form } from './form.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'
import { Textarea } from './textarea.tsx'

const districts = [
  { value: '', text: 'Wybierz' },
  { value: 'bydgoskie', text: 'Bydgoskie Przedmieście' },
  { value: 'rubinkowo', text: 'Rubinkowo' },
]

const helpers = [
  { value: 'ja', text: 'Ja', hint: 'Szukam pomocy dla siebie.' },
  { value: 'bliska', text: 'Bliska mi osoba', hint: 'Na przykład mama, mąż albo sąsiad.' },
  { divider: 'albo' },
  { value: 'nie-wiem', text: 'Jeszcze nie wiem' },
]

/** Every control of a form, filled in, then the same with its error. */
export const FormExamples = () => (
  <>
    <h2 class="govuk-heading-m">Formularz</h2>
    <Form action="/" formKey="przykladowyKluczForm01">
      <TextInput name="imie" label="Imię i nazwisko" hint="Tak, jak mamy się zwracać." value="Halina Wrzos" />
      <TextInput
        name="kod"
        label="Kod z potwierdzenia"
        width="20"
        code
        inputMode="numeric"
        value="4821 0937 5512 6640"
      />
      <TextInput name="kwota" label="Dochód" width="5" suffix="zł" inputMode="numeric" />
      <Textarea name="opis" label="Co się dzieje?" hint="Własnymi słowami." maxLength={500} value="Nie mam siły." />
      <Select name="dzielnica" label="Dzielnica" options={districts} value="rubinkowo" />
      <Radios name="dla-kogo" label="Dla kogo szukasz pomocy?" labelSize="m" items={helpers} value="bliska" />
      <Radios name="tak-nie" label="Czy możemy oddzwonić?" inline items={yesNo} value="tak" />
      <Checkboxes name="pory" label="Kiedy najlepiej?" items={times} values={['rano', 'wieczor']} />
      <Checkboxes name="male" label="Udogodnienia" small items={times} />
      <DateInput name="urodzenie" label="Data urodzenia" hint="Na przykład 27 3 1948" birthday value={birthday} />
      <ButtonGroup>
        <Button>Dalej</Button>
        <Button kind="secondary" name="akcja" value="zapisz">
          Zapisz na później
        </Button>
        <a class="govuk-link" href="/">
          Anuluj
        </a>
      </ButtonGroup>
      <ButtonGroup>
        <Button kind="warning">Zakończ plan</Button>
        <Button disabled>Niedostępne</Button>
        <ButtonLink href="/" start>
          Zaczynamy
        </ButtonLink>
      </ButtonGroup>
    </Form>
  </>
)

const yesNo = [
  { value: 'tak', text: 'Tak' },
  { value: 'nie', text: 'Nie' },
]
const times = [
  { value: 'rano', text: 'Rano' },
  { value: 'poludnie', text: 'W południe' },
  { value: 'wieczor', text: 'Wieczorem' },
]
const birthday = { day: '27', month: '3', year: '1948' }

const errors = [
  { field: 'e-imie', message: 'Wpisz imię i nazwisko' },
  { field: 'e-opis', message: 'Napisz w kilku słowach, co się dzieje' },
  { field: 'e-dzielnica', message: 'Wybierz dzielnicę' },
  { field: 'e-dla-kogo', message: 'Zaznacz, dla kogo szukasz pomocy' },
  { field: 'e-pory', message: 'Zaznacz przynajmniej jedną porę' },
  { field: 'e-urodzenie', message: 'Wpisz rok z czterech cyfr' },
  { field: 'form', message: 'Ktoś zmienił ten plan przed chwilą' },
]
const messageOf = (field: string) => errors.find((error) => error.field === field)?.message

export const ErrorExamples = () => (
  <>
    <ErrorSummary errors={errors} />
    <Form action="/">
      <TextInput name="e-imie" label="Imię i nazwisko" hint="Tak, jak mamy się zwracać." error={messageOf('e-imie')} />
      <Textarea name="e-opis" label="Co się dzieje?" maxLength={500} error={messageOf('e-opis')} />
      <Select name="e-dzielnica" label="Dzielnica" options={districts} error={messageOf('e-dzielnica')} />
      <Radios name="e-dla-kogo" label="Dla kogo?" hint="Jedna osoba." items={helpers} error={messageOf('e-dla-kogo')} />
      <Checkboxes name="e-pory" label="Kiedy najlepiej?" items={times} error={messageOf('e-pory')} />
      <DateInput
        name="e-urodzenie"
        label="Data urodzenia"
        error={messageOf('e-urodzenie')}
        errorParts={['year']}
        value={{ ...birthday, year: '48' }}
      />
    </Form>
  </>
)
