import type { ComponentChildren } from 'preact'
import { errorFor, valueOf, valuesOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { Select, type Option } from '#ui/select.tsx'
import { TextInput, type TextInputProps } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { accessNeeds, contactWays, reporters, situations, spokenLanguages } from './need-report.ts'
import type { QuestionId } from './questions.ts'
import { intakeText } from './text.ts'

export interface FieldsProps {
  values: FormValues
  errors?: readonly FieldError[] | undefined
  districts: readonly { id: string; name: string }[]
  /** The masked number given earlier. */
  keptPesel?: string | undefined
}

/** The fields of one question; the same on the resident's pages and on the one page of the staff. */
export const QuestionFields = ({ id, ...props }: FieldsProps & { id: QuestionId }) => fieldsOf[id](props)

const Line = ({ name, values, errors, ...rest }: Pick<FieldsProps, 'values' | 'errors'> & LineProps) => {
  const t = intakeText[useFrame().lang]
  const self = valueOf(values, 'reporter') === 'self'
  return (
    <TextInput
      name={name}
      label={t.fields[name]!(self)}
      hint={t.hints[name]}
      value={valueOf(values, name)}
      error={errorFor(errors, name)}
      {...rest}
    />
  )
}
type LineProps = Pick<TextInputProps, 'name'> & Partial<TextInputProps>

const ForWhom = ({ values, errors }: FieldsProps) => {
  const t = intakeText[useFrame().lang]
  return (
    <Radios
      name="reporter"
      label={t.fields['reporter']!(false)}
      labelHidden
      value={valueOf(values, 'reporter')}
      error={errorFor(errors, 'reporter')}
      items={reporters.map((value) => ({ value, text: t.reporters[value] }))}
    />
  )
}

const Words = ({ values, errors }: FieldsProps) => {
  const t = intakeText[useFrame().lang]
  return (
    <>
      <Textarea
        name="words"
        label={t.fields['words']!(false)}
        hint={t.hints['words']}
        rows={7}
        maxLength={5000}
        value={valueOf(values, 'words')}
        error={errorFor(errors, 'words')}
      />
      <Radios
        name="situation"
        label={t.fields['situation']!(false)}
        value={valueOf(values, 'situation')}
        error={errorFor(errors, 'situation')}
        items={[
          ...situations.map((value) => ({ value, text: t.situations[value] })),
          { value: '', text: t.form.chooseSituation },
        ]}
      />
    </>
  )
}

const Contact = (props: FieldsProps) => {
  const { values, errors } = props
  const t = intakeText[useFrame().lang]
  const self = valueOf(values, 'reporter') === 'self'
  return (
    <>
      <Radios
        name="contactWay"
        label={t.fields['contactWay']!(self)}
        value={valueOf(values, 'contactWay')}
        error={errorFor(errors, 'contactWay')}
        items={contactWays.map((value) => ({ value, text: t.ways[value], hint: t.wayHints[value] }))}
      />
      <Line name="phone" type="tel" width="20" {...(self && { autocomplete: 'tel' })} {...props} />
      <Line name="email" type="email" spellcheck={false} {...(self && { autocomplete: 'email' })} {...props} />
      <Textarea
        name="contactNote"
        label={t.fields['contactNote']!(self)}
        hint={t.hints['contactNote']}
        rows={3}
        value={valueOf(values, 'contactNote')}
        error={errorFor(errors, 'contactNote')}
      />
    </>
  )
}

const Home = (props: FieldsProps) => {
  const t = intakeText[useFrame().lang]
  const options: Option[] = [
    { value: '', text: t.form.chooseDistrict },
    ...props.districts.map(({ id, name }) => ({ value: id, text: name })),
  ]
  return (
    <>
      <Select
        name="district"
        label={t.fields['district']!(false)}
        options={options}
        value={valueOf(props.values, 'district')}
        error={errorFor(props.errors, 'district')}
      />
      <Line name="address" {...props} />
    </>
  )
}

const Extras = (props: FieldsProps) => {
  const { lang } = useFrame()
  const t = intakeText[lang]
  return (
    <>
      <Checkboxes
        name="accessNeeds"
        label={t.fields['accessNeeds']!(false)}
        values={valuesOf(props.values, 'accessNeeds')}
        error={errorFor(props.errors, 'accessNeeds')}
        items={accessNeeds.map((value) => ({ value, text: t.access[value] }))}
      />
      <Radios
        name="language"
        label={t.fields['language']!(false)}
        value={valueOf(props.values, 'language') || lang}
        error={errorFor(props.errors, 'language')}
        items={spokenLanguages.map((value) => ({ value, text: t.languages[value] }))}
      />
      <Line
        name="pesel"
        width="20"
        inputMode="numeric"
        code
        {...props}
        hint={props.keptPesel ? t.form.keptPesel(props.keptPesel) : t.hints['pesel']}
      />
      {props.keptPesel !== undefined && (
        <Checkboxes
          name="forgetPesel"
          label={t.fields['pesel']!(false)}
          values={valuesOf(props.values, 'forgetPesel')}
          items={[{ value: 'yes', text: t.form.forgetPesel }]}
        />
      )}
    </>
  )
}

const fieldsOf: Record<QuestionId, (props: FieldsProps) => ComponentChildren> = {
  'for-whom': (props) => <ForWhom {...props} />,
  reporter: (props) => (
    <>
      <Line name="reporterName" autocomplete="name" {...props} />
      <Line name="reporterRelation" {...props} />
      <Line name="reporterPhone" type="tel" width="20" autocomplete="tel" {...props} />
    </>
  ),
  words: (props) => <Words {...props} />,
  person: (props) => {
    const self = valueOf(props.values, 'reporter') === 'self'
    return (
      <>
        <Line name="givenName" {...(self && { autocomplete: 'given-name' })} {...props} />
        <Line name="familyName" {...(self && { autocomplete: 'family-name' })} {...props} />
        <Line name="birthYear" width="4" inputMode="numeric" {...(self && { autocomplete: 'bday-year' })} {...props} />
      </>
    )
  },
  contact: (props) => <Contact {...props} />,
  home: (props) => <Home {...props} />,
  extras: (props) => <Extras {...props} />,
}
