import { classes } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

export interface FileUploadProps extends FieldProps {
  /** Narrows what the browser offers; the server decides. */
  accept?: string
  disabled?: boolean
}

/** Takes one file. What was chosen can't be kept when the form comes back. */
export const FileUpload = (props: FileUploadProps) => {
  const { name, hint, error, accept, disabled } = props
  return (
    <Field {...props}>
      <input
        class={classes('govuk-file-upload', error !== undefined && 'govuk-file-upload--error')}
        id={name}
        name={name}
        type="file"
        accept={accept}
        disabled={disabled}
        aria-describedby={describedBy(name, hint, error)}
      />
    </Field>
  )
}
