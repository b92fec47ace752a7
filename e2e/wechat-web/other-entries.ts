// Entries of the contact list that cannot be picked: yourself, brands, service accounts, blocked people.
import { emoji, han, join, latin } from './name.ts';
import { type Person, person } from './person.ts';

const service = (id: string, nick: ReturnType<typeof han>, verifyFlag = 0): Person =>
  person({ id, kind: 'service', nick, verifyFlag, traits: ['service'] });

/** Their UserName is the same word in every session. */
const services: readonly Person[] = [
  service('filehelper', han('文件传输助手', 'wen jian chuan shu zhu shou')),
  service('weixin', han('微信团队', 'wei xin tuan dui'), 56),
  service('medianote', han('语音记事本', 'yu yin ji shi ben')),
  service('floatbottle', han('漂流瓶', 'piao liu ping')),
  service('fmessage', han('朋友推荐消息', 'peng you tui jian xiao xi')),
  service('newsapp', han('腾讯新闻', 'teng xun xin wen')),
];

const brands: readonly Person[] = [
  person({ id: 'brand-0', kind: 'brand', nick: han('晨光早餐', 'chen guang zao can'), verifyFlag: 24 }),
  person({ id: 'brand-1', kind: 'brand', nick: latin('Larkspur Books'), verifyFlag: 8, starred: true }),
];

const blocked: readonly Person[] = [
  person({ id: 'blocked-0', kind: 'blocked', nick: han('黑名单', 'hei ming dan') }),
  person({
    id: 'blocked-1',
    kind: 'blocked',
    nick: join(latin('Mute'), emoji('1f64a', '🙊')),
    starred: true,
  }),
];

export const selfId = 'self';

const selfNames = [
  join(han('我自己', 'wo zi ji'), emoji('1f60e', '😎')),
  latin('Second Account'),
  han('第三个我', 'di san ge wo'),
] as const;

export const selfOf = (account: number): Person =>
  person({ id: selfId, kind: 'self', nick: selfNames[account % selfNames.length] ?? selfNames[0] });

export const otherEntries: readonly Person[] = [...services, ...brands, ...blocked];
