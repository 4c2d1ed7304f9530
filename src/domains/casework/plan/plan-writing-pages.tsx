import { errorFor, valueOf } from '#platform/forms.ts'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { agreementForms } from '../plan.ts'
import { DayOf, PlanFormShell, TextOf, type PlanFormProps } from './plan-form-page.tsx'
import { planText } from './text.ts'

/** Period, commitments, monitoring days, reasons. */
export const HeadPage = (props: PlanFormProps) => {
  const t = planText[useFrame().lang].head
  return (
    <PlanFormShell {...props} title={t.title} path="/ustalenia" button={t.save}>
      <DayOf props={props} name="startsOn" label={t.startsOn} />
      <DayOf props={props} name="endsOn" label={t.endsOn} hint={t.endsHint} />
      <TextOf props={props} name="ownCommitments" label={t.commitments} hint={t.commitmentsHint} />
      <TextOf props={props} name="monitoringDays" label={t.monitoringDays} hint={t.monitoringHint} />
      <TextOf props={props} name="lateReason" label={t.lateReason} hint={t.lateHint} rows={2} />
      <TextOf props={props} name="shortReason" label={t.shortReason} rows={2} />
    </PlanFormShell>
  )
}

/** How the person agreed to the text as it stands. */
export const AgreementPage = (props: PlanFormProps) => {
  const t = planText[useFrame().lang].agreement
  const { values, errors } = props
  return (
    <PlanFormShell {...props} title={t.title} lead={t.lead} path="/zgoda" button={t.save}>
      <Radios
        name="form"
        label={t.form}
        value={valueOf(values, 'form')}
        error={errorFor(errors, 'form')}
        items={agreementForms.map((value) => ({ value, text: t.forms[value] }))}
      />
      <DayOf props={props} name="agreedOn" label={t.agreedOn} />
      <TextInput
        name="agreedBy"
        label={t.agreedBy}
        value={valueOf(values, 'agreedBy')}
        error={errorFor(errors, 'agreedBy')}
      />
      <TextOf props={props} name="evidence" label={t.evidence} hint={t.evidenceHint} rows={2} />
    </PlanFormShell>
  )
}
