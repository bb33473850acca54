import assert from 'node:assert/strict';
import { pageFurniture } from '../../../../server/src/core/documents/cleaning/pageFurniture';
import { siteFurniture } from '../../../../server/src/core/documents/cleaning/siteFurniture';
import type { DropReason, Line } from '../../../../server/src/core/documents/types';
import { run, texts } from '../support';

const BODY = '先请反映情况的几位邻居坐下，再一条一条记下来。';

suite('core/documents/cleaning/siteFurniture: lines that no author writes', () => {
  const lines: readonly (readonly [string, DropReason])[] = [
    ['2024-03-18 10:21:07  来源:灯塔面试', 'site-header'],
    ['2024年3月18日', 'site-header'],
    ['发布时间：2024/3/18', 'site-header'],
    ['来源：灯塔面试 作者：小林 责任编辑：小满', 'site-header'],
    ['作者:林小满', 'site-header'],
    ['浏览次数：1024', 'site-header'],
    ['当前位置：首页 > 面试 > 题库', 'navigation'],
    ['首页 > 面试 > 题库', 'navigation'],
    ['上一篇：怎样开好居民议事会', 'navigation'],
    ['返回顶部', 'navigation'],
    ['相关阅读', 'navigation'],
    ['登录 | 注册', 'navigation'],
    ['声明:本站部分内容来自网友投稿,仅供学习。', 'site-footer'],
    ['以上内容如有侵权，请联系我们删除', 'site-footer'],
    ['Copyright © 2024 灯塔面试 版权所有', 'site-footer'],
    ['海ICP备12345678号'.replace('海', '浙'), 'site-footer'],
    ['本文档由用户上传', 'site-footer'],
    ['地址:海州市新河区灯塔路8号6层', 'site-footer'],
    ['总部电话：0999-1234567', 'site-footer'],
    ['报名热线：400-000-1234 / 13000000000', 'site-footer'],
    ['海州 0999-1234567', 'site-footer'],
    ['http://www.example.com/mianshi', 'site-footer'],
    ['面试交流QQ群：123456789', 'advert'],
    ['扫码关注公众号，领取备考资料', 'advert'],
    ['点击下载完整版', 'advert'],
    ['免费领取面试真题', 'advert'],
    ['在线咨询 客服电话', 'advert'],
  ];
  for (const [line, reason] of lines)
    test(`“${line}” is ${reason}`, () => {
      const result = run(siteFurniture, [BODY, line, BODY]);
      assert.deepEqual(texts(result), [BODY, BODY]);
      assert.deepEqual(
        result.drops.map((drop) => [drop.reason, drop.line, drop.text]),
        [[reason, 2, line]],
      );
    });
});

suite('core/documents/cleaning/siteFurniture: what an author does write', () => {
  for (const line of [
    '时间：周六上午九点',
    '来源不明的说法先不传，查清了再讲。',
    '公布监督电话：12345，欢迎大家监督。',
    '我会在公告栏写上联系电话，方便大家找到我。',
    '地址写错的，我帮他改过来。',
    '关注老人的二维码使用难题，手把手地教。',
    '点击量高不等于办得好。',
    '作者在文中说，群众的事再小也是大事。',
    '声明：以上承诺由我本人负责落实。',
    '发生侵权纠纷时，我会请律师来讲清楚。',
    '加入志愿者群之后，先自我介绍。',
    '立即查看现场情况',
    '为居民提供免费咨询和上门服务',
    '教老人扫描二维码缴费',
    '引导居民关注社区公众号，有事随时说。',
    '免费体检的消息，要让每一位老人都知道。',
    '分享经验：先听后说',
    '2024年3月，我们社区换了路灯。',
  ])
    test(`“${line}” stays`, () =>
      assert.deepEqual(texts(run(siteFurniture, [BODY, line, BODY])), [BODY, line, BODY]));
});

suite('core/documents/cleaning/siteFurniture: lists and the tail of a page', () => {
  test('four and more bullets with a town each beside an address are a list of branches', () => {
    const towns = ['• 海州', '• 新河', '', '• 东岭', '• 西坪'];
    assert.deepEqual(texts(run(siteFurniture, [BODY, '地址:海州市灯塔路8号', ...towns, BODY])), [
      BODY,
      '',
      BODY,
    ]);
    assert.deepEqual(texts(run(siteFurniture, [BODY, ...towns, BODY])), [BODY, ...towns, BODY]);
    const few = ['• 面带微笑', '• 起身让座', '• 主动问好'];
    assert.deepEqual(texts(run(siteFurniture, [BODY, ...few, BODY])), [BODY, ...few, BODY]);
  });

  test('bullets that say something are no links', () => {
    const items = ['• 先听，后问', '• 先问，后记', '• 先记，后查', '• 先查，后答'];
    assert.deepEqual(texts(run(siteFurniture, [BODY, ...items])), [BODY, ...items]);
  });

  test('short lines between the furniture at the end belong to it', () => {
    const tail = [
      '声明:本站内容来自网络。',
      '',
      '灯塔面试总部',
      '电话:0999-1234567',
      '灯塔面试东岭分校',
      '网址:http://www.example.com',
    ];
    const result = run(siteFurniture, [BODY, '一、当面听', ...tail]);
    assert.deepEqual(texts(result), [BODY, '一、当面听', '']);
    assert.equal(
      result.drops.every(({ reason }) => reason === 'site-footer'),
      true,
    );
  });

  test('short lines above a sentence do not', () => {
    const lines = ['电话:0999-1234567', '一、当面听', BODY, '二、下去看'];
    assert.deepEqual(texts(run(siteFurniture, lines)), ['一、当面听', BODY, '二、下去看']);
  });

  test('four and more lines that are nothing but links are a menu', () => {
    const link = (text: string, line: number): Line => ({
      pieces: [{ line, from: 0, to: text.length, text }],
      linked: true,
    });
    const menu = ['面试题库', '公考资讯', '备考指导', '名师团队'].map((text, index) => link(text, index + 1));
    const context = { format: 'html', known: new Map() } as const;
    assert.deepEqual(siteFurniture(menu, context).lines, []);
    assert.equal(siteFurniture(menu, context).drops[0]?.reason, 'navigation');
    assert.equal(siteFurniture(menu.slice(1), context).lines.length, 3);
  });
});

suite('core/documents/cleaning/pageFurniture', () => {
  for (const line of [
    '第1页 共3页',
    '第 12 页',
    '- 2 -',
    'Page 2 of 3',
    '还剩5页未读，继续阅读',
    '展开全文 ∨',
    '（本页无正文）'.slice(1, -1),
  ])
    test(`drops “${line}”`, () => {
      const result = run(pageFurniture, [BODY, line]);
      assert.deepEqual(texts(result), [BODY]);
      assert.deepEqual(
        result.drops.map(({ reason, text }) => [reason, text]),
        [['page', line]],
      );
    });

  test('cuts a page mark glued to the text', () => {
    assert.deepEqual(texts(run(pageFurniture, [`${BODY}_第3页`])), [BODY]);
  });

  for (const line of ['翻到第3页，看第二条规定。', '12', '共商共建，一页一页写实'])
    test(`leaves “${line}” alone where there are no pages`, () =>
      assert.deepEqual(texts(run(pageFurniture, [line])), [line]));

  const page = (number: number, lines: readonly string[]): Line[] =>
    lines.map((text, index) => ({
      pieces: [{ line: number * 10 + index, from: 0, to: text.length, text }],
      page: number,
    }));

  test('drops what stands at the edge of three pages, numbers aside, and page numbers', () => {
    const lines = [1, 2, 3].flatMap((number) =>
      page(number, [
        '社区调解手册',
        `第${number}部分怎么听`,
        BODY,
        '先记后查',
        '先查后答',
        `内部资料 ${number}`,
        String(number),
      ]),
    );
    const result = pageFurniture(lines, { format: 'pdf', known: new Map() });
    assert.deepEqual(texts({ lines: result.lines.slice(0, 4) }), [
      '第1部分怎么听',
      BODY,
      '先记后查',
      '先查后答',
    ]);
    assert.equal(result.drops.length, 9);
  });

  test('keeps what stands at the edge of two', () => {
    const lines = [1, 2].flatMap((number) => page(number, ['社区调解手册', BODY]));
    assert.equal(pageFurniture(lines, { format: 'pdf', known: new Map() }).lines.length, 4);
  });
});
