import type { ComponentChildren } from 'preact'
import { newFormKey } from '#platform/form-keys.ts'
import { Button, type ButtonKind } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Polish } from '#ui/polish.tsx'

interface PostButtonProps {
  action: string
  hidden?: Record<string, string | number>
  kind?: ButtonKind
  /** What the button is about, for those who hear it without its surroundings. */
  about?: string
  children: ComponentChildren
}

/** A form of one button: a change needs no more than a press. */
export const PostButton = ({ action, hidden = {}, kind = 'secondary', about, children }: PostButtonProps) => {
  const { href } = useFrame()
  return (
    <Form action={href(action)} formKey={newFormKey()} hidden={hidden}>
      <Button kind={kind}>
        {children}
        {about !== undefined && (
          <span class="govuk-visually-hidden">
            {' '}
            <Polish>{about}</Polish>
          </span>
        )}
      </Button>
    </Form>
  )
}
