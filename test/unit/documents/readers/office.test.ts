import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { readDocx } from '../../../../server/src/documents/readers/docx';
import { pdfReader } from '../../../../server/src/documents/readers/pdf';
import { type PdfItem, pageLines } from '../../../../server/src/documents/readers/pdfLines';
import { unzip } from '../../../../server/src/documents/readers/zip';
import { nodeCharacterMaps } from '../../../../server/src/documents/characterMaps';
import { Unreadable } from '../../../../server/src/documents/problems';
import { budget, docx, linesOf, page, paragraph, pdf, problemOf, ucs2, utf8 } from '../support';

suite('documents/readers/docx', () => {
  const read = async (...parameters: Parameters<typeof docx>): Promise<string[]> =>
    linesOf(await readDocx(docx(...parameters), budget()));

  test('paragraphs, with what runs and breaks in them', async () => {
    assert.deepEqual(
      await read(
        `<w:p><w:r><w:t>先</w:t></w:r><w:r><w:t xml:space="preserve">听 </w:t><w:tab/><w:t>再记&#x3002;</w:t><w:br/><w:t>后答。</w:t></w:r></w:p>${paragraph('完。')}`,
      ),
      ['先听 \t再记。', '后答。', '完。'],
    );
  });

  test('parts in UTF-16, whichever byte comes first', async () => {
    const part = Buffer.from(
      `\ufeff<w:document><w:body>${paragraph('先请坐。')}</w:body></w:document>`,
      'utf16le',
    );
    for (const bytes of [Buffer.from(part), Buffer.from(part).swap16()]) {
      const { text } = await readDocx(zipSync({ 'word/document.xml': bytes }), budget());
      assert.equal(text, '先请坐。');
    }
  });

  test('the text a person can open has the same lines', async () => {
    const { text, source } = await readDocx(
      docx(`${paragraph('先听。')}<w:p/>${paragraph('再记。')}`),
      budget(),
    );
    assert.equal(text, '先听。\n\n再记。');
    assert.deepEqual(
      source.lines.map(({ pieces }) => pieces[0]?.line),
      [1, 3],
    );
  });

  test('cells of tables, and text boxes once', async () => {
    const box =
      '<mc:AlternateContent><mc:Choice><w:txbxContent>' +
      paragraph('框内') +
      '</w:txbxContent></mc:Choice><mc:Fallback>' +
      paragraph('框内') +
      '</mc:Fallback></mc:AlternateContent>';
    assert.deepEqual(
      await read(
        `<w:tbl><w:tr><w:tc>${paragraph('环节')}</w:tc><w:tc>${paragraph('做法')}</w:tc></w:tr></w:tbl><w:p><w:r>${box}<w:t>框外</w:t></w:r></w:p>`,
      ),
      ['环节', '做法', '框内', '框外'],
    );
  });

  test('headings by style and outline, tables of contents dropped', async () => {
    const styles =
      '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="b"><w:name w:val="标题 2"/></w:style><w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>';
    const body = [
      paragraph('怎样听 3', '<w:pStyle w:val="T"/>'),
      paragraph('怎样听', '<w:pStyle w:val="1"/>'),
      paragraph('当面听', '<w:pStyle w:val="b"/>'),
      paragraph('上门听', '<w:outlineLvl w:val="2"/>'),
    ];
    const { source, text } = await readDocx(docx(body.join(''), { styles }), budget());
    assert.deepEqual(linesOf({ source, text }), ['# 怎样听', '## 当面听', '### 上门听']);
    assert.deepEqual(
      source.drops.map(({ line, reason, text: dropped }) => [line, reason, dropped]),
      [[1, 'navigation', '怎样听 3']],
    );
  });

  test('numbers of lists are written out, bullets make items', async () => {
    const level = (depth: number, format: string, text: string, start = 1): string =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '(%2)')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '●')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="2">${level(0, 'decimalEnclosedCircle', '%1', 10)}</w:abstractNum>` +
      '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num>';
    const styles = '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>';
    const item = (text: string, list: number, depth = 0): string =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
    const body = [
      item('听', 5), item('当面', 5, 1), item('上门', 5, 1), item('记', 5), item('当场', 5, 1),
      item('让座', 6), paragraph('答', '<w:pStyle w:val="L"/>'), paragraph('完', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ]; // prettier-ignore
    assert.deepEqual(await read(body.join(''), { styles, numbering }), [
      '一、听', '(1)当面', '(2)上门', '二、记', '(1)当场', '- 让座', '⑩答', '- 完',
    ]); // prettier-ignore
  });

  test('deleted and moved text is gone, hidden text is dropped, fields are not text', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>' +
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>';
    const { source, text } = await readDocx(docx(body), budget());
    assert.equal(text, '新明');
    assert.deepEqual(source.drops, [{ line: 1, from: 0, to: 0, text: '暗', reason: 'hidden' }]);
  });

  test('a file that is none, cut short or without a body is damaged', async () => {
    const whole = docx(paragraph('听'));
    assert.equal(await problemOf(readDocx, utf8('PK')), 'corrupt zip');
    assert.equal(await problemOf(readDocx, whole.subarray(0, whole.length - 40)), 'corrupt zip');
    assert.equal(await problemOf(readDocx, zipSync({ 'word/other.xml': utf8('<x/>') })), 'corrupt docx');
    const broken = whole.slice();
    broken.fill(0xff, 300, 420);
    assert.notEqual(await problemOf(readDocx, broken), 'read');
  });

  test('XML nested too deep and too many paragraphs are refused', async () => {
    assert.equal(await problemOf(readDocx, docx('<w:p>'.repeat(600))), 'corrupt xml');
    const many = docx(paragraph('听').repeat(20));
    assert.equal(await problemOf(readDocx, many, budget({ lines: 10 })), 'too-large 10 lines');
  });

  test('time is bounded', async () => {
    let clock = 0;
    const slow = budget({ milliseconds: 2000 }, () => (clock += 1500));
    assert.equal(await problemOf(readDocx, docx(paragraph('听').repeat(20_000)), slow), 'timeout 2');
  });
});

suite('documents/readers/zip', () => {
  const refusal = (bytes: Uint8Array, limits = {}): string => {
    try {
      unzip(bytes, () => true, budget(limits));
      return 'read';
    } catch (error) {
      assert.ok(error instanceof Unreadable);
      return `${error.kind} ${error.detail ?? ''}`;
    }
  };

  test('unpacks what is wanted and nothing else', () => {
    const bytes = zipSync({ 'a.xml': utf8('听'), 'b.xml': utf8('记') });
    assert.deepEqual(Object.keys(unzip(bytes, (name) => name === 'b.xml', budget())), ['b.xml']);
  });

  test('refuses an archive that swells, before it does', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) }, { level: 9 });
    assert.ok(bomb.length < 20_000);
    assert.match(refusal(bomb), /^bomb \d{3,4} : 1$/);
    assert.equal(refusal(bomb, { zipRatio: 1e6, zipPartBytes: 1024 * 1024 }), 'bomb 8 MB');
  });

  test('refuses too many entries', () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}`, utf8('听')]));
    assert.equal(refusal(zipSync(files), { zipEntries: 20 }), 'bomb > 20');
  });

  test('an archive that lies about a size gets no more than it said', () => {
    const bytes = zipSync({ a: utf8('听'.repeat(100_000)) }, { level: 6 });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    assert.equal(view.getUint32(directory + 24, true), 300_000);
    view.setUint32(directory + 24, 100, true);
    const unpacked = unzip(bytes, () => true, budget());
    assert.equal(unpacked['a']?.length, 100);
  });
});

suite('documents/readers/pdf', () => {
  const readPdf = pdfReader(nodeCharacterMaps);

  test('text of fonts that are not embedded, by their character maps', async () => {
    const unicode = await readPdf(pdf([page('先请居民坐下慢慢说。', '再逐条记录。')]), budget());
    assert.deepEqual(linesOf(unicode), ['先请居民坐下慢慢说。', '再逐条记录。']);
    const gbk = await readPdf(
      pdf([[{ hex: 'cfc8c7ebbed3c3f1d7f8cfc2a1a3', x: 72, y: 700 }]], 'GBK-EUC-H'),
      budget(),
    );
    assert.deepEqual(linesOf(gbk), ['先请居民坐下。']);
  });

  test('lines keep their page and count on through the document', async () => {
    const { source, text } = await readPdf(
      pdf([page('先请居民坐下。', '再逐条记录。'), page('最后打一个电话。')]),
      budget(),
    );
    assert.deepEqual(
      source.lines.map(({ page: number, pieces: [piece] }) => [number, piece?.line, piece?.text]),
      [
        [1, 1, '先请居民坐下。'],
        [1, 2, '再逐条记录。'],
        [2, 3, '最后打一个电话。'],
      ],
    );
    assert.equal(text, '先请居民坐下。\n再逐条记录。\n最后打一个电话。');
  });

  test('text printed twice to look bold is read once', async () => {
    const run = { hex: ucs2('先请居民坐下。'), x: 72, y: 700 };
    const { text } = await readPdf(pdf([[run, { ...run, x: 72.4 }]]), budget());
    assert.equal(text, '先请居民坐下。');
  });

  test('a scan has no text', async () => {
    assert.equal(await problemOf(readPdf, pdf([[]])), 'no-text pdf');
    const withoutMaps = pdfReader(() => Promise.resolve(undefined));
    assert.equal(await problemOf(withoutMaps, pdf([page('先请居民坐下。')])), 'no-text pdf');
  });

  test('a file under a password, a damaged one and one without end are named', async () => {
    const encrypted = pdf(
      [page('先请居民坐下。')],
      'UniGB-UCS2-H',
      `/ID [<01><01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`,
    );
    assert.equal(await problemOf(readPdf, encrypted), 'encrypted');
    assert.equal(await problemOf(readPdf, utf8('%PDF-1.4\nnothing')), 'corrupt pdf');
    assert.equal(
      await problemOf(readPdf, pdf([page('听'), page('记')]), budget({ pages: 1 })),
      'too-large 1 pp.',
    );
    let clock = 0;
    const slow = budget({ milliseconds: 1000 }, () => (clock += 800));
    assert.equal(
      await problemOf(readPdf, pdf([page('先听完。'), page('再记下。'), page('后答。')]), slow),
      'timeout 1',
    );
  });

  test('the caller keeps its bytes', async () => {
    const bytes = pdf([page('先请居民坐下。')]);
    const copy = bytes.slice();
    await readPdf(bytes, budget());
    assert.deepEqual(bytes, copy);
  });
});

suite('documents/readers/pdfLines', () => {
  const item = (text: string, x: number, y: number, ends = false): PdfItem => ({
    text,
    x,
    y,
    width: text.length * 12,
    height: 12,
    ends,
  });

  test('runs beside each other are one line, runs below another', () => {
    assert.deepEqual(pageLines([item('先听', 72, 700), item('再记', 96, 701), item('后答', 72, 680)]), [
      '先听再记',
      '后答',
    ]);
    assert.deepEqual(pageLines([item('先听', 72, 700, true), item('再记', 96, 700)]), ['先听', '再记']);
  });

  test('a gap between Latin words is a space', () => {
    assert.deepEqual(pageLines([item('App', 72, 700), item('2024', 120, 700), item('年', 168, 700)]), [
      'App 2024年',
    ]);
  });

  test('a word that stands twice in a line is no double print', () => {
    assert.deepEqual(pageLines([item('听', 72, 700), item('听', 84, 700)]), ['听听']);
  });
});

suite('documents/characterMaps', () => {
  test('Chinese tables are there, others and paths are not asked for', async () => {
    assert.ok(((await nodeCharacterMaps('UniGB-UCS2-H'))?.length ?? 0) > 1000);
    assert.equal(await nodeCharacterMaps('UniJIS-UCS2-H'), undefined);
    assert.equal(await nodeCharacterMaps('GB/../../x'), undefined);
  });
});
