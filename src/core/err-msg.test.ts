// The words that WeChat says with a Ret: one line of text, whether they come bare, in XML or in CDATA.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './err-msg.ts';

describe('the words are read', () => {
  it.each([
    ['bare', '操作太频繁，请稍后再试。', '操作太频繁，请稍后再试。'],
    ['none', '', ''],
    ['in CDATA', '<e><Content><![CDATA[创建群聊失败]]></Content></e>', '创建群聊失败'],
    [
      'the content, not another CDATA',
      '<e><Title><![CDATA[T]]></Title><Content><![CDATA[C]]></Content></e>',
      'C',
    ],
    ['with blanks before the CDATA', '<e><Content>\n  <![CDATA[ C ]]></Content></e>', 'C'],
    ['in a CDATA without a Content', '<e><Text><![CDATA[C]]></Text></e>', 'C'],
    ['in a CDATA that was cut', '<e><Text><![CDATA[创建群', '创建群'],
    ['an empty CDATA', '<e><Content><![CDATA[]]></Content></e>', ''],
    ['in tags', '<e><ShowType>1</ShowType><Text>no</Text></e>', '1 no'],
    ['in tags that were cut', '<e>no</e', 'no'],
    ['with tags in the CDATA', '<e><Content><![CDATA[<b>no</b>]]></Content></e>', '<b>no</b>'],
    ['bare, with a smaller-than', 'members < 2', 'members < 2'],
    ['over several lines', 'not\r\n\t now', 'not now'],
    ['with bidi controls', 'not\u202e now\u2069', 'not now'],
  ])('%s', (_kind, errMsg, words) => {
    expect(wordsOf(errMsg)).toBe(words);
  });
});

it('are cut at three hundred characters', () => {
  expect(wordsOf('错'.repeat(400))).toBe('错'.repeat(300));
});

it('are not cut through a character', () => {
  expect(wordsOf(`${'x'.repeat(299)}😁`)).toBe('x'.repeat(299));
});

it('are one line of at most three hundred characters, whatever came', () => {
  const scrap = fc.constantFrom('<Content>', '<![CDATA[', ']]>', '<e>', '\n', '\u202e', '词', '😁');
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), scrap)), (parts) => {
      const words = wordsOf(parts.join(''));
      expect(words.length).toBeLessThanOrEqual(300);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      expect(words).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
      expect(() => encodeURIComponent(words)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
