import { useText } from './frame.tsx'

/** Marks an invented organisation or offer, wherever its name stands. */
export const SampleMark = () => <span class="splot-sample">{useText().sample}</span>

/** Says once a page that what it shows is invented. */
export const SampleNotice = () => {
  const t = useText()
  return (
    <p class="splot-sample-notice">
      <SampleMark /> {t.sampleWhy}
    </p>
  )
}
