import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { checkSuppressions } from '../../support/fixes';
import { testRule } from '../../support/ruleTester';

const MESSAGE =
  '这一环节只有向领导汇报、等指示，没有自己的动作。先写自己能做的：核实、安抚、联系、协调，再写汇报。';
const under = (...sentences: string[]): string => `## 核实\n\n${sentences.join('')}`;

suite('rules/roleReportOnly', () => {
  testRule('role.report-only', {
    options: { framework: 'lamp' },
    valid: [
      '',
      { name: 'a full section', text: under('我查看灯杆，问清时间，再向领导汇报。') },
      { name: 'mostly deeds', text: under('我查看灯杆。', '到那边走了一趟。', '我向领导汇报情况。') },
      { name: 'one report outside any section', text: '天气很好。我向领导汇报情况。' },
      { name: 'a leader who is not reported to', text: under('领导也住在这个小区。') },
      { name: 'the report in a quote', text: `${under('到那边走了一趟。')}\n\n> 我向领导汇报情况。` },
      { name: 'not only reporting', text: under('我不等领导指示，自己先动手。') },
      { name: 'what is to be avoided', text: under('不能什么事都向领导汇报。') },
      {
        name: 'a report beside deeds of the same paragraph',
        text: '我看了灯杆，问了三户人家，再把情况报告主任。主任同意以后，我当天换了灯泡，又到别的楼看了一遍，记下还有哪几盏不亮。',
      },
      {
        name: 'others who wait',
        text: '我把老人领到等候区坐下，把经过转告小陈，请他回来以后打电话道歉，再问一问别的楼还有哪几盏灯不亮。',
      },
      { name: '马上报警 is no 上报', text: under('我马上报警。') },
      { name: '网上报修 is no 上报', text: under('我教他在网上报修。') },
      { name: '早上报名 is no 上报', text: under('居民早上报名参加。') },
    ],
    invalid: [
      {
        name: 'a section of reports',
        text: under('«我马上向领导汇报情况。»', '我等领导安排。'),
        message: MESSAGE,
        english: /^This part only reports to a superior/,
        severity: 'information',
      },
      { name: 'half of the sentences', text: under('我到了那边。', '«我向主任请示。»'), message: MESSAGE },
      { name: 'waiting for instructions', text: under('«等领导回来再说。»'), message: MESSAGE },
      { name: 'passing it up', text: under('«我逐级上报。»'), message: MESSAGE },
      {
        name: 'in traditional script and half-width',
        text: under('«我馬上向領導匯報,請示辦法。»'),
        message: MESSAGE,
      },
      { name: 'with emphasis', text: under('«我马上向**领导**汇报情况。»'), message: MESSAGE },
      {
        name: 'twice outside any section',
        text: '天气很好。«我向领导汇报情况。»然后等领导安排。',
        message: MESSAGE,
      },
      {
        name: 'once, however many sections',
        text: `${under('«我向领导汇报情况。»')}\n\n## 处理\n\n等领导安排。`,
        message: MESSAGE,
      },
      {
        name: 'a paragraph of reporting and doing as told',
        text: '路灯的事不小。\n\n«遇到这种情况，我会第一时间向主任汇报。»主任怎么安排，我就怎么做。没有得到指示之前，我不会擅自行动，免得说错话。',
        message: MESSAGE,
      },
      {
        name: 'sentence after sentence of it amid other things',
        text: '天气很好。到那边走了一趟，看见叶子红了一大片，松鼠和野菊花也多。«我会上报给局里的领导。»领导研究决定以后，我再按要求办。没有批示之前，我不便表态。湖边有人煮面，烟飘得很高。',
        message: MESSAGE,
      },
      { name: 'beside surrogates', text: under('«\ud83d我向领导汇报情况。»'), message: MESSAGE },
    ],
  });

  test('the place is the first such sentence', () => {
    assert.equal(
      checkRule('role.report-only', under('到了那边。', '我向领导汇报。', '我再向领导请示。'), {
        framework: 'lamp',
      })[0]?.at,
      '我向领导汇报。',
    );
  });

  test('can be switched off', () =>
    checkSuppressions('role.report-only', under('我马上向领导汇报情况。'), { framework: 'lamp' }));
});
