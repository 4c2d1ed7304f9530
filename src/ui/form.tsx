import type { ComponentChildren } from 'preact'
import { formKeyField } from '#platform/form-keys.ts'

interface FormProps {
  action: string
  /** Makes sending twice the same as sending once. */
  formKey?: string
  /** What the server must get back unchanged, such as the version being edited. */
  hidden?: Record<string, string | number>
  /** It sends a file. */
  withFile?: boolean
  children: ComponentChildren
}

/** A form that changes something. The server checks it, so the browser's own messages are off. */
export const Form = ({ action, formKey, hidden = {}, withFile, children }: FormProps) => (
  <form action={action} method="post" noValidate data-once {...(withFile && { encType: 'multipart/form-data' })}>
    {formKey !== undefined && <input type="hidden" name={formKeyField} value={formKey} />}
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
