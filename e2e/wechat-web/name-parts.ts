// Characters and words that made-up people are named with, each Chinese character with its pinyin.
export interface Syllable {
  readonly text: string;
  readonly pinyin: string;
}

type Syllables = readonly [Syllable, ...Syllable[]];
type Words = readonly [string, ...string[]];

/** "张zhang 欧阳ou'yang": the characters, then their pinyin, with an apostrophe between the characters of one name. */
function syllables(first: string, ...rest: readonly string[]): Syllables {
  const parse = (item: string): Syllable => {
    const [, text = '', pinyin = ''] = /^(\P{ASCII}+)([a-z']+)$/u.exec(item) ?? [];
    return { text, pinyin };
  };
  return [parse(first), ...rest.map(parse)];
}

export const surnames: Syllables = syllables(
  '王wang',
  ...'李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 罗luo'.split(
    ' ',
  ),
  ...'梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen'.split(
    ' ',
  ),
  ...'曾zeng 彭peng 吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 余yu 潘pan 杜du 戴dai 夏xia'.split(
    ' ',
  ),
  ..."欧阳ou'yang 司马si'ma 诸葛zhu'ge 上官shang'guan 东方dong'fang".split(' '),
);

export const givenNames: Syllables = syllables(
  '伟wei',
  ...'芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 秀xiu'.split(
    ' ',
  ),
  ...'霞xia 平ping 刚gang 桂gui 英ying 华hua 文wen 建jian 志zhi 雪xue 晨chen 宇yu 浩hao 欣xin 怡yi 子zi 轩xuan'.split(
    ' ',
  ),
  ...'涵han 梓zi 诗shi 雨yu 思si 佳jia 琪qi 嘉jia 俊jun 泽ze 若ruo 曦xi 瑶yao 凡fan 岚lan 禾he 溪xi 舟zhou'.split(
    ' ',
  ),
);

export const firstNames: Words = [
  'Alice',
  ...'Ben Clara Daniel Ella Felix Grace Henry Iris Jack Kate Leo Mia Noah Olivia Peter Quinn Rosa Sam Tina'.split(
    ' ',
  ),
  ...'Uma Victor Wendy Xenia Yara Zoe Amber Bruno Celia Dora Edgar Fiona Gavin Hazel Ivan June Kurt Lola'.split(
    ' ',
  ),
];

export const lastNames: Words = [
  'Appleby',
  ...'Birch Calder Dunmore Ember Fairfax Gale Hartwell Ingram Juniper Kestrel Larkspur Merrow Northam Oakes'.split(
    ' ',
  ),
  ...'Pemberly Quill Rowan Sedgwick Thistle Underhill Vane Wexley Yarrow Zeller'.split(' '),
];

export const places: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['广东', '深圳'],
  ['广东', '广州'],
  ['北京', '海淀'],
  ['上海', '浦东新区'],
  ['浙江', '杭州'],
  ['四川', '成都'],
  ['', ''],
];

/** What people write after their own name in remarks: school, company, where they met. */
export const remarkTails: Syllables = syllables(
  "同学tong'xue",
  ..."老师lao'shi 客户ke'hu 邻居lin'ju 快递kuai'di 房东fang'dong 队友dui'you".split(' '),
);
