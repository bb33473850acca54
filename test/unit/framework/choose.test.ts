import assert from 'node:assert/strict';
import type { FrameworkChoice } from '../../../server/src/core/framework/choose';
import { BUCKETS, ngramBuckets } from '../../../server/src/core/analysis/ngrams';
import { pack } from '../../../server/src/core/analysis/packed';
import { QUESTION_SALT } from '../../../server/src/core/framework/asked';
import { analyse, type TestOptions } from '../../support/check';
import { fixtureModel } from '../../support/fixtureModel';
import { framework, LAMP, point, QUEUE, section } from '../../support/fixtureRubrics';
import { crlf } from '../../support/marked';
import { readModel, readRubrics } from '../../support/rubrics';

function choose(text: string, options: TestOptions = {}): FrameworkChoice {
  const { choice } = analyse(text, options);
  assert.ok(choice);
  return choice;
}

/** `id by` of the choice, with what is unknown. */
function chosen(text: string, setting?: string): string {
  const {
    framework: own,
    chosenBy,
    unknown,
  } = choose(text, setting === undefined ? {} : { framework: setting });
  return `${own.id} ${chosenBy}${unknown ? ` (${unknown.id} ${unknown.by}?)` : ''}`;
}

const asking = (question: string, ...more: string[]): string =>
  ['---', `question: ${question}`, ...more, '---', '', '好。'].join('\n');

suite('framework/choose: precedence', () => {
  const lamp = '路灯坏了，怎么办？';
  test('front matter before setting before question', () => {
    assert.equal(chosen(asking(lamp, 'framework: queue'), 'lamp'), 'queue front-matter');
    assert.equal(chosen(asking(lamp), 'queue'), 'queue setting');
    assert.equal(chosen(asking(lamp)), 'lamp question');
  });

  test('a Chinese key and Windows line ends', () =>
    assert.equal(chosen(crlf(asking(lamp, '框架: queue'))), 'queue front-matter'));

  test('what the writer names is certain, what is judged is not', () => {
    assert.equal(choose(asking(lamp, 'framework: queue')).confidence, 1);
    assert.equal(choose(asking(lamp), { framework: 'queue' }).confidence, 1);
    const { confidence } = choose(asking(lamp));
    assert.ok(confidence > 0.5 && confidence < 1, String(confidence));
  });

  for (const name of ['queue', 'QUEUE', ' queue ', '排队疏导', '排隊疏導', 'Framework Queue', 'ｑｕｅｕｅ']) {
    test(`named “${name}”`, () => {
      assert.equal(chosen(asking(lamp, `framework: "${name}"`)), 'queue front-matter');
      assert.equal(chosen(asking(lamp), name), 'queue setting');
    });
  }

  test('with no question, no answer and no name there is nothing to choose by', () => {
    for (const text of [
      '',
      '\n\n',
      '---\nquestion:\nminutes: 3\n---\n',
      '---\nquestion: " "\n---\n\n<!-- 记 -->\n',
    ])
      assert.equal(analyse(text).choice, undefined, JSON.stringify(text));
  });

  test('an answer alone, a question alone or a name alone is enough', () => {
    assert.equal(chosen('我查看灯杆。'), 'lamp best-fit');
    assert.equal(chosen('---\nquestion: 路灯坏了，怎么办？\n---\n'), 'lamp question');
    assert.equal(chosen('---\nframework: queue\n---\n'), 'queue front-matter');
    assert.equal(chosen('', 'queue'), 'queue setting');
    assert.match(chosen('---\nframework: nothing\n---\n'), /\(nothing front-matter\?\)$/);
  });

  test('an empty name names nothing', () => {
    assert.equal(chosen(asking(lamp, 'framework:')), 'lamp question');
    assert.equal(chosen(asking(lamp), ''), 'lamp question');
  });

  test('an unknown name is told, and the next in line decides', () => {
    assert.equal(chosen(asking(lamp, 'framework: lamb')), 'lamp question (lamb front-matter?)');
    assert.equal(chosen(asking(lamp), 'lamb'), 'lamp question (lamb setting?)');
    assert.equal(chosen(asking(lamp, 'framework: lamb'), 'queue'), 'queue setting (lamb front-matter?)');
    assert.equal(chosen(asking(lamp, 'framework: lamb'), 'lamb2'), 'lamp question (lamb front-matter?)');
  });

  test('without any framework there is no choice', () => {
    assert.equal(
      analyse(asking(lamp, 'framework: lamp'), { rubrics: { frameworks: [], wording: [] } }).choice,
      undefined,
    );
  });
});

suite('framework/choose: judging', () => {
  test('by the cues of the question, in any script and width', () => {
    assert.equal(chosen(asking('大厅里排队的人很多，怎么办？')), 'queue question');
    assert.equal(chosen(asking('大廳裏排隊的人很多,怎麼辦?')), 'queue question');
  });

  test('it says which cues', () => {
    assert.deepEqual(choose(asking('路灯坏了要报修，怎么办？')).because, ['路灯']);
    assert.deepEqual(choose(asking('谈谈体会')).because, []);
  });

  test('a weak cue decides where there is nothing else', () =>
    assert.equal(chosen(asking('大厅里怎么办？')), 'queue question'));
  test('by the answer where there is no question', () =>
    assert.equal(chosen('我加开窗口，再引导取号。'), 'queue best-fit'));
  test('the first where nothing speaks for any', () => {
    assert.equal(chosen('啊。'), 'lamp best-fit');
    assert.equal(chosen(asking('谈谈体会')), 'lamp question');
  });

  test('the others follow, best first, and all add up to one', () => {
    const third = framework('third', '第三种', [section('a', '甲段', [point('p', '点', ['甲乙丙'])])], {
      cues: ['排队'],
      weakCues: ['号'],
    });
    const choice = choose(asking('排队拿号，怎么办？'), {
      rubrics: { frameworks: [LAMP, QUEUE, third], wording: [] },
    });
    assert.deepEqual(
      [choice.framework, ...choice.alternatives.map((other) => other.framework)].map(({ id }) => id),
      ['third', 'queue', 'lamp'],
    );
    const sum = choice.alternatives.reduce((total, { confidence }) => total + confidence, choice.confidence);
    assert.ok(Math.abs(sum - 1) < 1e-9);
    assert.equal(choice.index, 2);
  });

  test('what the model learned of questions counts', () => {
    const question = '谈谈体会';
    const table = new Int8Array(BUCKETS * 2);
    for (const bucket of ngramBuckets(question, QUESTION_SALT)) table[bucket * 2 + 1] = 7;
    const model = fixtureModel({
      choice: {
        frameworks: ['lamp', 'queue'],
        bias: [0, 0],
        scale: 1,
        ngrams: pack(table),
        cue: 4,
        weakCue: 1,
      },
    });
    assert.equal(choose(asking(question), { model }).framework.id, 'queue');
  });

  test('more lines of an answer do not cost the choice anything', () => {
    const text = `${'天气很好。\n\n'.repeat(60)}${'我加开窗口。\n\n'.repeat(60)}`;
    const { confidence } = choose(text, { rubrics: { frameworks: [LAMP, QUEUE], wording: [] } });
    assert.equal(confidence, 0.5);
  });
});

suite('framework/choose: as shipped', () => {
  const options = { rubrics: readRubrics(), model: readModel() };

  test('every built-in framework can be named by id and by title', () => {
    for (const { id, title } of options.rubrics.frameworks) {
      for (const name of [id, title.zh, title.en]) {
        const choice = choose(asking('谈谈体会', `framework: ${JSON.stringify(name)}`), options);
        assert.deepEqual([choice.framework.id, choice.chosenBy], [id, 'front-matter']);
      }
    }
  });

  test('a writer’s framework is taken when its question cues call for it', () => {
    const own = framework('own', '自家框架', [section('a', '甲段', [])], { cues: ['井盖松动', '井盖'] });
    const rubrics = { ...options.rubrics, frameworks: [...options.rubrics.frameworks, own] };
    assert.equal(choose(asking('小区井盖松动，你怎么办？'), { ...options, rubrics }).framework.id, 'own');
  });
});
