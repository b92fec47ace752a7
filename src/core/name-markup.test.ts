// Names as WeChat sends them become what their people meant, and what hostile people wrote stays plain text.
import { describe, expect, it } from 'vitest';
import { plainName, withoutControls } from './name-markup.ts';

const span = (code: string): string => `<span class="emoji emoji${code}"></span>`;

describe('emoji spans become emoji', () => {
  it.each([
    [`Anna${span('1f601')}`, 'Anna😁'],
    [`${span('1f601')}${span('1f602')}Anna`, '😁😂Anna'],
    [`A${span('a9')}`, 'A©'],
    [`A${span('2600')}`, 'A☀'],
    [`A${span('3120e3')}`, 'A1⃣'],
    [`A${span('26f9fe0f')}`, 'A⛹️'],
    [`A${span('1f1e81f1f3')}`, 'A🇨🇳'],
    [`A${span('1F601')}`, 'A😁'],
    [`A${span('1f63c')}`, 'A😁'],
    ['A<SPAN  CLASS="emoji emoji1f601" ></SPAN >B', 'A😁B'],
  ])('%s: %s', (markup, name) => {
    expect(plainName(markup)).toBe(name);
  });

  it.each([span('d83d'), span('1f6'), span('1f60123'), span('2028')])(
    '%s says no character, and goes',
    (markup) => {
      expect(plainName(`A${markup}B`).replace(' ', '')).toBe('AB');
    },
  );
});

describe('broken spans become emoji as far as they can be read', () => {
  it.each([
    ['Anna<span class="emoji emoji1f601"></span', 'Anna😁'],
    ['Anna<span class="emoji emoji1f601">', 'Anna😁'],
    ['Anna<span class="emoji emoji1f601"', 'Anna😁'],
    ['Anna<span class="emoji emoji1f601"/>Bee', 'Anna😁Bee'],
    ['Anna<span class="emoji emoji1f601">Bee', 'Anna😁Bee'],
    ['Anna<span class="emoji emoji1f601"></span<span class="emoji emoji1f602"></span>', 'Anna😁😂'],
    ['Anna<span class="emoji emoji1f6', 'Anna'],
    ['Anna<span class="emoji em', 'Anna'],
    ['Anna<span class="emoji', 'Anna'],
  ])('%s: %s', (markup, name) => {
    expect(plainName(markup)).toBe(name);
  });
});

describe("the page's pictures become what they show", () => {
  it.each([
    ['Anna<img class="emoji emoji1f601" text="_web" src="/spacer.gif" />', 'Anna😁'],
    ['Anna<img src="/spacer.gif" class="emoji emoji1f601">', 'Anna😁'],
    ['Anna<img class="emoji emoji1f63b" text="_web" src="/spacer.gif">', 'Anna😍'],
    ['Anna<img class="emoji emoji1f601" text="_web" src="/spacer.gif"', 'Anna😁'],
    ['Anna<img class="qqemoji qqemoji13" text="[呲牙]_web" src="/spacer.gif">Bee', 'Anna[呲牙]Bee'],
    ['<img text="[Grin]_web" class="qqemoji qqemoji13">', '[Grin]'],
    ['<img class="qqemoji qqemoji13" text="[A&amp;B]_web">', '[A&B]'],
    ['<img class="emoji emojid83d" text="[x]">', '[x]'],
    ['A<img class="emoji">B', 'AB'],
  ])('%s: %s', (markup, name) => {
    expect(plainName(markup)).toBe(name);
  });
});

describe('entities are decoded once', () => {
  it.each([
    ['Tom &amp; Jerry', 'Tom & Jerry'],
    ['&lt;b&gt;', '<b>'],
    ['&quot;x&quot; &#39;y&#39;', '"x" \'y\''],
    ['&amp;lt;', '&lt;'],
    ['&amp;amp;amp;', '&amp;amp;'],
    ['&amp;#39;', '&#39;'],
    ['A&nbsp;B', 'A\u00a0B'],
    ['&nbsp;A&nbsp;', 'A'],
    ['A & B', 'A & B'],
    ['&lt', '&lt'],
    ['&copy;&#60;&#x3c;', '&copy;&#60;&#x3c;'],
  ])('%s: %s', (markup, name) => {
    expect(plainName(markup)).toBe(name);
  });

  it('after the emoji, so that an escaped span stays the text that its writer typed', () => {
    const typed = '<span class="emoji emoji1f601"></span>';
    expect(plainName(typed.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'))).toBe(
      typed,
    );
  });
});

describe('hostile markup stays text, letter for letter', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="x" class="avatar" onerror="alert(1)">',
    '<a href="javascript:alert(1)">Anna</a>',
    '<span style="font-size:99px">Anna</span>',
    '<span class="emoji" onclick="alert(1)">Anna</span>',
    '<span class="emoji emojixyz"></span>',
    '<svg/onload=alert(1)>',
    '<!-- Anna',
    '</option><option>Anna',
    '{{constructor.constructor("alert(1)")()}}',
    '<3 Anna',
  ])('%s', (name) => {
    expect(plainName(name)).toBe(name);
  });
});

describe('characters that only steer the layout are taken out', () => {
  const BIDI = [
    '\u061c',
    '\u200e',
    '\u200f',
    ...'\u202a\u202b\u202c\u202d\u202e',
    ...'\u2066\u2067\u2068\u2069',
  ];
  const UNSEEN = ['\u0000', '\u0007', '\u007f', '\u009f', '\u200b', '\u2060', '\u2064', '\ufeff'];

  it.each([...BIDI, ...UNSEEN].map((character) => [codeNames(character), character]))(
    '%s',
    (_name, character) => {
      expect(plainName(`An${character}na`)).toBe('Anna');
      expect(plainName(`An${span(character.charCodeAt(0).toString(16).padStart(4, '0'))}na`)).toBe('Anna');
    },
  );

  it.each(
    ['\n', '\r\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029', '\n\n\t'].map((end) => [
      codeNames(end),
      end,
    ]),
  )('%s becomes one space', (_name, end) => {
    expect(plainName(`${end}An${end}na${end}`)).toBe('An na');
  });

  it.each(['👨‍👩‍👧‍👦', '🏳️‍🌈', '👩🏽‍🚀', '❤️‍🔥', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'क्‍ष', 'می‌خواهم', 'é', 'Zoë 张伟'])(
    'but %s stays whole',
    (name) => {
      expect(plainName(name)).toBe(name);
    },
  );
});

it.each([
  [' An\r\nna ', ' An na '],
  ['\tAnna', ' Anna'],
  ['\u202eAn\u200bna\u0000', 'Anna'],
  ['<b>&amp;', '<b>&amp;'],
  ['<span class="emoji emoji1f601"></span>', '<span class="emoji emoji1f601"></span>'],
])('a text that is no markup only comes onto one line: %j is %j', (text, line) => {
  expect(withoutControls(text)).toBe(line);
});

function codeNames(text: string): string {
  return [...text].map((character) => `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(' ');
}
