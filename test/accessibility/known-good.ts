import type { KnownBad } from './known-bad.ts'

interface KnownGood extends Pick<KnownBad, 'body' | 'css' | 'refused' | 'title'> {
  what: string
}

/** What looks like a fault and isn't: a gate that cries at these would soon be switched off. */
export const knownGood: KnownGood[] = [
  { what: 'an ornament with an empty text', body: '<p><img src="/mark.svg" alt=""> Splot</p>' },
  {
    what: 'a picture that says what it shows',
    body: '<img src="/mark.svg" alt="Dwie nici, które się krzyżują" width="32" height="32">',
  },
  {
    what: 'a table with a caption and headings both ways',
    body: '<table><caption>Dyżury</caption><tr><th scope="col">Dzień</th><th scope="col">Od</th></tr><tr><th scope="row">środa</th><td>8</td></tr></table>',
  },
  {
    what: 'a question with two answers',
    body: '<form action="/"><fieldset><legend>Czy to pilne?</legend><label class="line"><input type="radio" name="a" value="t"> Tak</label><label class="line"><input type="radio" name="a" value="n"> Nie</label></fieldset><button>Dalej</button></form>',
  },
  {
    what: 'a field with a hint',
    body: '<form action="/"><label for="kod">Kod</label><p id="jak">Cztery cyfry.</p><input id="kod" aria-describedby="jak" inputmode="numeric"><button>Dalej</button></form>',
  },
  {
    what: 'a closed disclosure',
    body: '<details><summary class="line">Dlaczego pytamy</summary><p>Żeby wiedzieć, z kim rozmawiać.</p></details>',
  },
  {
    what: 'a marked sentence of another language',
    body: '<p>W Ukrainie mówi się <span lang="uk">дзвоніть</span>.</p>',
  },
  {
    what: 'lists within lists and headings in their order',
    body: '<h2>Kroki</h2><ol><li>Zadzwoń<ul><li>rano</li><li>po pracy</li></ul></li></ol><h3>Co dalej</h3><p>Czekaj na nas.</p>',
  },
  {
    what: 'a wide table that scrolls in its own box, reachable by Tab',
    css: '.box { overflow-x: auto } .box:focus { outline: 3px solid #1b2430 } .box table { width: 60rem }',
    body: '<div class="box" tabindex="0" role="region" aria-label="Plan"><table><caption>Plan</caption><tr><th scope="col">Dzień</th></tr><tr><td>środa</td></tr></table></div>',
  },
]
