// The people every address book begins with: one of each kind that is easy to get wrong.
import { emoji, han, join, latin, markup, type Name } from './name.ts';
import { flag, type PersonDraft } from './person.ts';

export type SpecialPerson = Omit<PersonDraft, 'id' | 'index'>;

const named = (trait: string, nick: Name, more: Partial<SpecialPerson> = {}): SpecialPerson => ({
  nick,
  traits: [trait],
  ...more,
});

const spacer = 'src="/zh_CN/htmledition/v2/images/spacer.gif"';
const sun = han('小雨', 'xiao yu');

/** The first ten alone hold a starred one, an emoji, markup of both sorts, a remark and two of the same name. */
export const specialPeople: readonly SpecialPerson[] = [
  named('plain', han('张伟', 'zhang wei')),
  named('starred', han('陈晨', 'chen chen'), { starred: true }),
  named('emoji-5', join(han('小明', 'xiao ming'), emoji('1f604', '😄'))),
  named(
    'markup-escaped',
    markup('&lt;img src=x onerror=window.__pwned=1&gt;', '<img src=x onerror=window.__pwned=1>'),
  ),
  named('remark', han('清风', 'qing feng'), { remark: han('赵老师', 'zhao lao shi'), signature: '慢慢来' }),
  named('alias', latin('Alice Birch'), { alias: 'birch_alice' }),
  named('entity-amp', join(han('林', 'lin'), markup(' &amp; ', ' & '), han('海', 'hai'))),
  named(
    'markup-hostile',
    markup('<img src=x onerror="window.__pwned=1">', '<img src=x onerror="window.__pwned=1">'),
  ),
  named('same-name', han('李静', 'li jing'), { sex: 2, place: ['广东', '深圳'] }),
  named('same-name', han('李静', 'li jing'), { sex: 2, place: ['浙江', '杭州'], alias: 'lijing_hz' }),
  named('markup-script', markup('<script>window.__pwned=1</script>', '<script>window.__pwned=1</script>')),
  named('emoji-2', join(latin('Brand'), emoji('ae', '®'))),
  named('emoji-4', join(sun, emoji('2600', '☀'))),
  named('emoji-6', join(latin('No'), emoji('3120e3', '1⃣'))),
  named('emoji-8', join(han('红心', 'hong xin'), emoji('2764fe0f', '❤️'))),
  named('emoji-10', join(han('旅人', 'lv ren'), emoji('1f1e81f1f3', '🇨🇳'))),
  named('emoji-wrong-code', join(han('阿笑', 'a xiao'), emoji('1f63c', '😁'))),
  named(
    'emoji-img',
    join(han('阿图', 'a tu'), markup(`<img class="emoji emoji1f601" text="_web" ${spacer}>`, '😁')),
  ),
  named(
    'emoji-broken',
    join(han('小红', 'xiao hong'), markup('<span class="emoji emoji1f334"></span', '🌴')),
  ),
  named(
    'qq-face',
    join(
      han('大牛', 'da niu'),
      markup(`<img class="qqemoji qqemoji13" text="[呲牙]_web" ${spacer}>`, '[呲牙]'),
    ),
  ),
  named('entity-apostrophe', markup('Pat O&#39;Marrow', "Pat O'Marrow")),
  named('entity-nbsp', markup('Nora&nbsp;Space', 'Nora\u00a0Space')),
  named('entity-twice', markup('&amp;lt;b&amp;gt;', '&lt;b&gt;')),
  named('bidi', markup('Rita \u202etxt.exe', 'Rita txt.exe')),
  named('long', han('长'.repeat(120), 'chang '.repeat(120).trim())),
  named('emoji-only', emoji('1f4a4', '💤')),
  named('digits', latin('007')),
  named('remark-emoji', latin('Kim Vane'), { remark: join(han('金子', 'jin zi'), emoji('1f4ab', '😖')) }),
  named('symbols', latin('~*~')),
  named('compound-surname', han('欧阳若溪', 'ou yang ruo xi')),
  named('entity-quot', markup('&quot;Duke&quot; Rowan', '"Duke" Rowan')),
  named('says-span', latin('Spanner Oakes')),
  named('emoji-raw', latin('Dev 👩‍💻')),
  named('muted-pinned', han('周舟', 'zhou zhou'), { extraFlags: flag.muted | flag.pinned }),
  named('kana', latin('さくら')),
  named('right-to-left', latin('سلمى')),
  named('full-width', latin('Ｚｏｅ')),
];
