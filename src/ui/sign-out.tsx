import { useFrame, useText } from './frame.tsx'

/** A form, not a link: leaving must not happen because a browser fetched an address ahead of time. */
export const SignOut = ({ action = '/wylogowanie' }: { action?: string }) => {
  const { href } = useFrame()
  return (
    <form action={href(action)} method="post">
      <button type="submit" class="splot-link-button">
        {useText().signOut}
      </button>
    </form>
  )
}
