import assert from 'node:assert/strict';
import { extractClauses, MAX_HANZI, MIN_HANZI } from '../../../server/src/core/phrases/extract';
import { toInsertion } from '../../../server/src/core/phrases/insertion';
import { completes, isBalanced, standsAlone } from '../../../server/src/core/phrases/standsAlone';
import { fold } from '../../../server/src/core/text/fold';
import { countHanzi } from '../../../server/src/core/text/count';
import { seeded } from '../../corpus/random';
import { passage } from './support';

const clauses = (text: string): string[] => extractClauses(passage(text)).map((clause) => clause.text);

suite('phrases/extract: which clauses', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'each clause that stands alone, and the short sentence',
      '先请老人坐下,再给他倒杯热水。',
      ['先请老人坐下', '先请老人坐下，再给他倒杯热水', '再给他倒杯热水'],
    ],
    [
      'none of the things a list announces',
      '登记本主要有3个方面:(1)来人反映的主要情节;(2)与有关部门沟通,研究后续处理的情况。',
      [],
    ],
    ['no frame without its verb', '以群众满意为标准。', []],
    ['no adverb spelt as an attribute', '要耐心的解释清楚政策。', []],
    ['no handbook', '谈话时应认真做好记录。', []],
    ['no diagram in quotation marks', '形成“登记-转办-答复-回访”。', []],
    [
      'none that deals with what stands before it',
      '关注辖区住户的难处,通过上门走访等办法,及时妥善处理。',
      ['关注辖区住户的难处', '关注辖区住户的难处，通过上门走访等办法，及时妥善处理'],
    ],
    ['none that is too short', '坐下,喝水。', []],
    ['semicolons cut', '逐户登记困难家庭;按月上门回访一次。', ['逐户登记困难家庭', '按月上门回访一次']],
    ['joiners go', '首先,我会主动打招呼。并且定期开一次座谈会。', ['我会主动打招呼', '定期开一次座谈会']],
    [
      'numbers go',
      '一、组织一次集中培训;(2)给每户发一张明白纸。',
      ['组织一次集中培训', '给每户发一张明白纸'],
    ],
    [
      'a circumstance needs what it is for',
      '通过调阅档案等方式,还原当时的经过。',
      ['通过调阅档案等方式，还原当时的经过'],
    ],
    [
      'a condition needs its consequence',
      '如果材料没有带齐,就帮他联系家人送来。',
      ['如果材料没有带齐，就帮他联系家人送来', '帮他联系家人送来'],
    ],
    ['half a pair is none', '无论是在窗口接待,还是在社区走访。', []],
    [
      'parallel clauses together or singly, not by halves',
      '常去村里看一看,常到户里坐一坐,常与乡亲聊一聊。',
      [
        '常去村里看一看',
        '常去村里看一看，常到户里坐一坐，常与乡亲聊一聊',
        '常到户里坐一坐',
        '常与乡亲聊一聊',
      ],
    ],
    [
      'what something is for is said with it, not alone',
      '把名单贴到每个单元门口,方便大家随时核对。',
      ['把名单贴到每个单元门口', '把名单贴到每个单元门口，方便大家随时核对'],
    ],
    [
      'whom one deals with needs what is done',
      '接待行动不便的老人,主动迎到门口。',
      ['接待行动不便的老人，主动迎到门口', '主动迎到门口'],
    ],
    ['what only names the matter is none', '修路、栽树,要先问住户的意思。', ['修路、栽树，要先问住户的意思']],
    [
      'a list that goes on is not cut',
      '问清楚漏水的时间以及漏水的楼层,原因和过程。',
      ['问清楚漏水的时间以及漏水的楼层，原因和过程'],
    ],
    [
      'of clauses too short to be said alone none goes without the others',
      '做到公道待人,不偏心,讲实情。',
      ['做到公道待人，不偏心，讲实情'],
    ],
    ['what reads like a textbook is none', '走访的方法和步骤。摸清底数是前提。', []],
    ['the figures of others are none', '全年上门走访120户居民。', []],
    ['a quotation is taken without who says it', '可以说“您先坐下歇一歇”。', ['您先坐下歇一歇']],
    ['no clause is too long for one breath', `把${'一楼二楼三楼'.repeat(5)}的名单都贴出来。`, []],
    ['an aside in brackets is not said', '逐户走访困难家庭(如独居老人、残疾人)。', ['逐户走访困难家庭']],
    ['第一 of 第一时间 is no number', '第一时间赶到现场。', ['第一时间赶到现场']],
    ['what is asked for is not cut', '要做到桩桩有着落,件件有人管。', ['做到桩桩有着落，件件有人管']],
    ['what points back is none', '这可以让大家放下心来。其中包括三类家庭。', []],
    ['what tells how things are is none', '一些老人不会用手机办事。群众反映路灯坏了很久。', []],
    ['questions are none', '你会怎么处理这件事情?', []],
    [
      'years, addresses and laws are none',
      '按照《信访条例》办理来访事项。自2013年以来逐年减少。详见 www.example.com 的说明。',
      [],
    ],
    ['quoted speech is one', '可以对他说:“您先别着急,咱们一起想办法。”', ['您先别着急，咱们一起想办法']],
    ['an open quotation mark is none', '他说“先把名单公布出来。', []],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.deepEqual(clauses(text), expected));

  test('headings are none', () => assert.deepEqual(clauses('一、端正态度主动回应'), []));

  test('the same words once per passage', () => {
    assert.deepEqual(clauses('逐户登记困难家庭。逐户登记困难家庭!'), ['逐户登记困难家庭']);
  });

  test('what is told as an example is marked', () => {
    const [example, rule] = extractClauses(passage('例如,帮老人把家里的灯修好。把名单贴到单元门口。'));
    assert.deepEqual([example?.example, rule?.example], [true, false]);
  });

  test('register: what is said to someone is spoken', () => {
    const [asked, told] = extractClauses(passage('我问一句“您今天来办什么事情”。我把他领到接待室。'));
    assert.deepEqual([asked?.register, told?.register], ['spoken', 'written']);
  });
});

suite('phrases/extract: where they stand', () => {
  test('the range covers the clause in the document', () => {
    const text = '首先,我会主动打招呼;随后请老人坐下说。';
    for (const { text: said, place } of extractClauses(passage(text))) {
      assert.equal(fold(text.slice(place.from, place.to)), fold(said));
    }
  });

  test('anchors carry offsets over what was cut and over lines', () => {
    // The document: 12 units of noise, then the passage, joined from lines 3 and 4 with a unit between them.
    const clause = extractClauses({
      document: 'file:///x.txt',
      text: '先请老人坐下,再给他倒杯热水。',
      anchors: [
        { at: 0, from: 12, line: 3 },
        { at: 7, from: 20, line: 4 },
      ],
    }).map(({ text, place }) => [text, place.line, place.from, place.to]);
    assert.deepEqual(clause, [
      ['先请老人坐下', 3, 12, 18],
      ['先请老人坐下，再给他倒杯热水', 3, 12, 27],
      ['再给他倒杯热水', 4, 20, 27],
    ]);
  });

  test('the context is what stands beside it in the sentence, no more', () => {
    const [first] = extractClauses(passage('我来晚了。先请老人坐下,再倒水。'));
    assert.equal(first?.context, '先请老人坐下,再倒水。');
  });
});

suite('phrases/insertion', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['先听,再记;最后问:对吗?', '先听，再记；最后问：对吗？'],
    ['他说"好的"', '他说“好的”'],
    ['一共 1,320 元', '一共1,320元'],
    ['建 QQ 群', '建QQ群'],
    ['用 VS Code 写', '用VS Code写'],
    ['(如清单)', '（如清单）'],
    ['先请\n老人\r\n坐下', '先请老人坐下'],
  ];
  for (const [from, to] of cases) test(from, () => assert.equal(toInsertion(from, fold(from)), to));
});

suite('phrases/standsAlone', () => {
  test('brackets and quotation marks close in order', () => {
    for (const text of ['', '“好”', '(“好”)', '【某】', '"好"']) assert.ok(isBalanced(text), text);
    for (const text of ['“', '”“', '(“好)”', '【', '"']) assert.ok(!isBalanced(text), text);
  });
  test('ends that leave it open', () => {
    for (const text of ['认真听取群众的', '把名单公布在', '主动联系家属和', '他答应以后'])
      assert.ok(!standsAlone(text), text);
  });
  test('words that point to another sentence', () => {
    for (const text of ['把它登记清楚', '先办前者再办后者', '照上文说的去做'])
      assert.ok(!standsAlone(text), text);
  });
  test('a clause that opens a pair waits for its other half', () => {
    assert.ok(completes('只要住户来问', '就当面讲清'));
    assert.ok(!completes('只要住户来问', '当面讲清'));
    assert.ok(completes('先问清来意', '当面讲清'));
  });
  test('words that end like such an end do not', () => {
    for (const text of [
      '当面核对',
      '按期作出回应',
      '办事实事求是',
      '语气平和',
      '请住户参与',
      '讲清理由',
      '跑遍工地',
      '办理及时',
    ])
      assert.ok(standsAlone(text), text);
  });
});

suite('phrases/extract: any text', () => {
  const hostile = [
    '',
    '\0',
    '，'.repeat(500),
    '“'.repeat(500),
    '好'.repeat(5000),
    '我'.repeat(10) + '，'.repeat(9) + '他'.repeat(10),
    '\ud800好的我会去看看',
    '1'.repeat(300),
    '[(（【「『'.repeat(50),
    '如果'.repeat(200) + '。',
  ];
  for (const text of hostile) {
    test(JSON.stringify(text.slice(0, 12)), () => {
      for (const clause of [passage(text), passage(`${text}。`)].flatMap(extractClauses))
        assert.ok(clause.text.length <= 120);
    });
  }

  test('every clause of made-up text is of 6-40 字, balanced, and where it says', () => {
    const random = seeded(11);
    const words = [
      '我',
      '先',
      '请老人坐下',
      '，',
      '。',
      '；',
      '“',
      '”',
      '（',
      '）',
      '如果',
      '并且',
      '三天内答复',
      '把名单',
      '贴出来',
      '的',
      '：',
      '首先',
      '、',
      '群众',
      '？',
      '!',
      ' ',
      '倒杯水',
    ];
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 30 }, () => words[Math.floor(random() * words.length)] ?? '').join(
        '',
      );
      for (const { text: said, place } of extractClauses(passage(text))) {
        const hanzi = countHanzi(said);
        assert.ok(hanzi >= MIN_HANZI && hanzi <= MAX_HANZI, said);
        assert.ok(isBalanced(fold(said)), said);
        assert.ok(!/[，。；：、,;:]$/.test(said), said);
        const source = text.slice(place.from, place.to);
        assert.equal(fold(source).replace(/\s/g, ''), fold(said), text);
      }
    }
  });

  test('time grows with the length only', () => {
    const long = '我先请老人坐下，再倒水，然后登记，'.repeat(6000);
    const from = performance.now();
    extractClauses(passage(long));
    assert.ok(performance.now() - from < 5000);
  });
});
