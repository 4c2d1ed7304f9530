/** The mark of Splot: two strands that cross once, one path, in the colour of the text around it. */
export const Mark = ({ size = 32 }: { size?: number }) => (
  <svg class="splot-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path
      d="M4 9c10 0 14 14 24 14M4 23c4.3 0 7.5-2.6 10.2-5.7M17.8 14.7C20.5 11.6 23.7 9 28 9"
      fill="none"
      stroke="currentColor"
      stroke-width="4.5"
      stroke-linecap="round"
    />
  </svg>
)
