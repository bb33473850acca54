import { countHan, endsSentence } from '../han';
import { dropEach, textOf } from '../lines';
import type { DropReason, Line, Step } from '../types';

type Patterns = readonly (readonly [RegExp, DropReason])[];

const DATE = String.raw`\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?`;
const META =
  '(?:稿件|文章|信息)?(?:来源|出处|作者|编辑|责任编辑|责编|发布者|发布单位|阅读量?|浏览(?:量|次数)?|点击量?|字号|字体|分享到?|收藏|关键词)';
const DATED = '(?:发布时间|发布日期|发布于?|发表于|更新时间|更新于?|时间|日期)';
const PHONE = String.raw`(?:0\d{2,3}[-－ ]?\d{7,8}|1[3-9]\d{9}|400[-－ ]?\d{3,4}[-－ ]?\d{3,4})`;
const CONTACT =
  '(?:电话|网址|官网|e-?mail|(?:电子)?邮箱|邮编|传真|手机|客服|(?:客服|咨询|报名|联系|举报|监督)(?:电话|热线|邮箱)|服务热线|微信号?|qq|联系方式)';

/** Lines that no author of an answer writes, wherever they stand. Each is matched against the whole line. */
const ANYWHERE: Patterns = [
  [
    new RegExp(`^(?:(?:${META}|${DATED})\\s*[:：]?\\s*)?${DATE}(?:[\\s|｜/·]*${META}\\s*[:：].{0,40})*$`),
    'site-header',
  ],
  [new RegExp(`^(?:${META}\\s*[:：]\\s*\\S{0,24}[\\s|｜/·]*){1,6}$`), 'site-header'],
  [/^(?:当前位置|您?现?在?的?位置|您所在的位置)\s*[:：].{0,80}$/, 'navigation'],
  [/^(?:首页|主页)(?:\s*[>»›/|｜]\s*\S{1,20}){1,6}$/, 'navigation'],
  [
    /^(?:上一[篇页条]|下一[篇页条]|返回(?:顶部|首页|列表|上一页)|回到顶部)(?:\s*[:：].{0,60})?$/,
    'navigation',
  ],
  [
    /^(?:相关|推荐|延伸|热门|猜你喜欢|更多|精彩)(?:阅读|推荐|文章|链接|资讯|内容|新闻|下载)?\s*[:：>»]*$/,
    'navigation',
  ],
  [
    /^(?:登录|注册|收藏本站|设为首页|网站地图|联系我们|关于我们|加入收藏)(?:\s*[|｜/ ]\s*\S{2,8})*$/,
    'navigation',
  ],
  [/^.{0,6}(?:声明|版权说明)\s*[:：].*(?:网站|本站|网络|转载|侵权|版权|投稿|删除)/, 'site-footer'],
  [
    /^.{0,120}(?:(?:如|若|涉嫌|涉及).{0,6}侵权|侵权.{0,6}(?:请|联系)).{0,20}(?:删除|联系|告知|处理).{0,40}$/,
    'site-footer',
  ],
  [
    /(?:版权所有|all rights reserved|copyright\s*(?:©|\(c\)|\d{4})|[京沪粤津渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘桂琼川贵云藏陕甘青宁新蒙]ICP[备证]|公网安备)/i,
    'site-footer',
  ],
  [
    /^(?:\d{1,2}\s*[、.．]\s*)?(?:本文档|本站|用户上传|文档贡献者|下载本文|下载后|成为VIP|开通VIP|原创力文档|如何下载).{0,120}$/i,
    'site-footer',
  ],
  [
    new RegExp(`^[^。，,；;：:]{0,12}${CONTACT}\\s*[:：]\\s*[\\w\\s\\-－/、,，()（）转+.@:：]{5,80}$`, 'i'),
    'site-footer',
  ],
  [
    /^[^。，,；;：:]{0,12}地址\s*[:：]\s*[^。！？]{0,60}(?:[省市区县镇乡路街道号楼层室座]|[A-Za-z\d])[^。！？]{0,12}$/,
    'site-footer',
  ],
  [new RegExp(`^[^。，,！？]{0,16}${PHONE}(?:[\\s/、,，]+${PHONE})*$`), 'site-footer'],
  [/^(?:https?:\/\/|www\.)\S{3,200}$/i, 'site-footer'],
  [
    /^.{0,20}(?:qq|微信|交流|备考|学习|考试)\s*(?:交流|学习|备考)?群(?:号)?\s*[:：]?\s*\d{5,12}.{0,20}$/i,
    'advert',
  ],
  [
    /^(?=.*(?:扫码|扫一扫|扫描|长按|识别))(?=.*(?:关注|添加|领取|进群|加群|咨询|获取|下载))[^。]{4,60}$/,
    'advert',
  ],
  [/^(?:请|欢迎)?(?:关注|搜索|添加).{0,8}(?:公众号|微信号?|客服|视频号|小程序)[^。]{0,40}$/, 'advert'],
  [
    /^[^。]{0,10}(?:一键|点击|戳)(?:此处|这里|下方|链接)?(?:加入|下载|领取|进入|查看|报名|咨询|预约|试听|购买|获取)[^。]{0,30}$/,
    'advert',
  ],
  [/^[^。]{0,20}(?:立即|马上)(?:报名|试听|购买|领取|抢购)$/, 'advert'],
  [
    /^[^。]{0,20}免费(?:领取|试听|下载|赠送)[^。]{0,12}(?:资料|真题|课程?|礼包|试卷|讲义|题库)[^。]{0,12}$/,
    'advert',
  ],
  [
    /^(?:在线)?(?:咨询|客服|报名|留言)(?:\s+(?:在线)?(?:客服|咨询|电话|热线|QQ|报名|微信)(?:电话|热线)?)+$/i,
    'advert',
  ],
];
/** No furniture is longer, in UTF-16 units; this bounds the work on a line of megabytes. */
const LONGEST = 200;
/** What shows that the tail of a page has begun. */
const TAIL_STARTS: ReadonlySet<DropReason> = new Set(['site-footer', 'advert', 'navigation']);
/** A line of the tail that names an office or a town has at most so many characters. */
const TAIL_LINE_HAN = 16;
/** So many bullets with a town or a menu entry each are a list of links. */
const LIST_LENGTH = 4;
const LIST_ENTRY = /^\s*[•·●▪■◆>»-]\s*[^\s。，,;；:：、]{1,8}\s*$/;

/**
 * Drops what a site puts around a text: time and source above it, declarations, addresses, telephone numbers, lists
 * of towns, advertisements and menus below it. Short lines without a stop between and behind such lines at the end
 * of the document belong to them. Source: domain.md C2; document 003 lines 3 and 81-107.
 */
export const siteFurniture: Step = (lines) => {
  const reasons = lines.map((line) => reasonFor(textOf(line).trim()));
  markLists(lines, reasons);
  markMenus(lines, reasons);
  markTail(lines, reasons);
  return dropEach(lines, (_, index) => reasons[index]);
};

function reasonFor(text: string): DropReason | undefined {
  if (text === '' || text.length > LONGEST) return undefined;
  return ANYWHERE.find(([pattern]) => pattern.test(text))?.[1];
}

/** Marks lists of towns or offices: they stand beside an address or the like. Empty lines do not interrupt. */
function markLists(lines: readonly Line[], reasons: (DropReason | undefined)[]): void {
  for (const run of runs(lines, (line) => LIST_ENTRY.test(textOf(line)))) {
    if (run.items.length < LIST_LENGTH) continue;
    const beside = [run.before, run.after].map((index) => (index === undefined ? undefined : reasons[index]));
    if (beside.includes('site-footer')) for (const index of run.items) reasons[index] ??= 'site-footer';
  }
}

/** Marks menus: lines that are nothing but links. */
function markMenus(lines: readonly Line[], reasons: (DropReason | undefined)[]): void {
  for (const { items } of runs(lines, ({ linked }) => linked === true))
    if (items.length >= LIST_LENGTH) for (const index of items) reasons[index] ??= 'navigation';
}

interface Run {
  readonly items: number[];
  /** The lines before and behind it that are not empty. */
  readonly before: number | undefined;
  after?: number;
}

/** Lines that are alike, one behind the other. */
function runs(lines: readonly Line[], isAlike: (line: Line) => boolean): Run[] {
  const found: Run[] = [];
  let open: Run | undefined;
  let last: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.pieces.length === 0) continue;
    if (isAlike(line)) {
      if (!open) found.push((open = { items: [], before: last }));
      open.items.push(index);
    } else {
      if (open) open.after = index;
      open = undefined;
    }
    last = index;
  }
  return found;
}

/** From the end upwards: short lines that are no sentences, as far up as the first line known as furniture. */
function markTail(lines: readonly Line[], reasons: (DropReason | undefined)[]): void {
  let pending: number[] = [];
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    const text = line ? textOf(line).trim() : '';
    if (text === '') continue;
    const reason = reasons[index];
    if (reason !== undefined && TAIL_STARTS.has(reason)) {
      for (const between of pending) reasons[between] ??= 'site-footer';
      pending = [];
    } else if (reason === undefined) {
      if (endsSentence(text) || countHan(text) > TAIL_LINE_HAN) return;
      pending.push(index);
    }
  }
}
