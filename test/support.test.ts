import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formIn } from './support.ts'

test('what a form hides is read whole, also with a sign that ends a tag', () => {
  const form =
    '<form method="post" action="/a?b=1&amp;c=2"><input type="hidden" name="words" value="a > b &lt; &quot;c&quot;"/></form>'
  assert.deepEqual(formIn(`<main>${form}</main>`), { action: '/a?b=1&c=2', hidden: { words: 'a > b < "c"' } })
})
