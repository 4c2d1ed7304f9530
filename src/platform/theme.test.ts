import assert from 'node:assert/strict'
import test from 'node:test'
import { contrast, defaultTheme, themeCss, themeFromPath, themePath, whyNotTheme } from './theme.ts'

test('black on white is 21:1 and a colour on itself 1:1', () => {
  assert.equal(Math.round(contrast('#000000', '#ffffff') * 10) / 10, 21)
  assert.equal(contrast('#0b5260', '#0b5260'), 1)
})

test('the default colours can be read on paper, on wash and on their own tint', () => {
  assert.equal(whyNotTheme(defaultTheme.brand, defaultTheme.accent), undefined)
})

test('a colour that can be read on paper but not on wash is refused', () => {
  assert.ok(contrast('#767676', '#ffffff') >= 4.5)
  assert.equal(whyNotTheme('#767676', defaultTheme.accent), 'text-too-pale')
  assert.equal(whyNotTheme(defaultTheme.brand, '#d9a400'), 'text-too-pale')
})

test('what isn’t a colour is refused, so that nothing else gets into a style sheet', () => {
  for (const colour of ['red', '#fff', '#0b52600', '#0b5260;}body{display:none', '']) {
    assert.equal(whyNotTheme(colour, defaultTheme.accent), 'not-a-colour')
  }
})

test('any two colours that pass can also draw borders: 3:1 on paper and wash', () => {
  let passed = 0
  for (let red = 0; red < 256; red += 15) {
    for (let green = 0; green < 256; green += 15) {
      const brand = `#${red.toString(16).padStart(2, '0')}${green.toString(16).padStart(2, '0')}60`
      if (whyNotTheme(brand, defaultTheme.accent)) continue
      passed += 1
      for (const ground of ['#ffffff', '#f6f3ee']) assert.ok(contrast(brand, ground) >= 3, brand)
    }
  }
  assert.ok(passed > 20)
})

test('a theme goes into its address and back; the default needs none', () => {
  const theme = { brand: '#5b1a4b', accent: '#8a3b00' }
  assert.deepEqual(themeFromPath(themePath(theme)!), theme)
  assert.equal(themePath(defaultTheme), undefined)
  assert.equal(themeFromPath('/assets/theme-ffff00-a33a1e.css'), undefined)
  assert.match(themeCss(theme.brand, theme.accent), /^:root\{--brand:#5b1a4b;.*--accent:#8a3b00\}$/)
})
