import assert from 'node:assert/strict';
import { describeProblem } from '../../../server/src/documents/problems';

suite('documents/problems', () => {
  test('every problem has words of its own in both languages', () => {
    const kinds = ['gone', 'no-match', 'unreadable', 'untrusted', 'not-a-file', 'loop', 'too-deep', 'too-many', 'too-large', 'unsupported', 'not-here', 'binary', 'encoding', 'mojibake', 'encrypted', 'corrupt', 'bomb', 'timeout', 'memory', 'no-text', 'failed'] as const; // prettier-ignore
    for (const locale of ['zh', 'en'] as const)
      assert.equal(new Set(kinds.map((kind) => describeProblem({ kind }, locale))).size, kinds.length);
  });

  test('messages name what they are about', () => {
    assert.equal(describeProblem({ kind: 'too-large', detail: '20 MB' }, 'zh'), '文件太大（上限 20 MB）');
    assert.equal(
      describeProblem({ kind: 'unsupported', detail: 'doc' }, 'zh'),
      '不支持 doc 格式，请另存为 docx、pdf 或 txt',
    );
    assert.equal(
      describeProblem({ kind: 'no-text', detail: 'pdf' }, 'zh'),
      '没有文字层（可能是扫描件），需要先做文字识别',
    );
    assert.equal(describeProblem({ kind: 'no-text', detail: 'text' }, 'zh'), '没有中文文字');
    assert.equal(describeProblem({ kind: 'corrupt' }, 'en'), 'damaged');
    assert.equal(describeProblem({ kind: 'corrupt', detail: 'zip' }, 'en'), 'damaged (zip)');
    assert.equal(
      describeProblem({ kind: 'bomb', detail: '1000 : 1' }, 'en'),
      'suspicious archive (1000 : 1); not unpacked',
    );
  });
});
