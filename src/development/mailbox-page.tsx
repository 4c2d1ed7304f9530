interface ShownLetter {
  id: string
  to_name: string
  to_address: string
  subject: string
  body: string
  written: string
}

/** In English, like all that only developers see. */
export const Mailbox = ({ letters }: { letters: ShownLetter[] }) => (
  <div lang="en">
    <h1 class="govuk-heading-l">Development mailbox</h1>
    <p class="govuk-body">Letters stay here because SMTP_URL isn’t set. Nothing is sent.</p>
    {letters.length === 0 && <p class="govuk-inset-text">No letters yet. Report a need with an e-mail address.</p>}
    {letters.map((letter) => (
      <article key={letter.id}>
        <h2 class="govuk-heading-m">{letter.subject}</h2>
        <p class="govuk-body">
          To {letter.to_name} ({letter.to_address}), {letter.written}
        </p>
        {letter.body.split('\n\n').map((paragraph) => (
          <p class="govuk-body" key={paragraph}>
            {/^https?:\S+$/.test(paragraph) ? (
              <a class="govuk-link" href={paragraph}>
                {paragraph}
              </a>
            ) : (
              paragraph
            )}
          </p>
        ))}
      </article>
    ))}
  </div>
)
