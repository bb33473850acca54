import assert from 'node:assert/strict';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { withServer } from './harness';
import { saying } from './said';

suite('Protocol: language of messages', () => {
  const locales: readonly (readonly [string | undefined, string | undefined, boolean])[] = [
    [undefined, undefined, false],
    ['zh-cn', undefined, false],
    ['zh-TW', undefined, false],
    ['en', undefined, true],
    ['de-AT', undefined, true],
    ['zh-cn', 'en', true],
    ['en', 'zh-CN', false],
  ];
  for (const [locale, option, english] of locales) {
    test(
      `a client in ${String(locale)} with the option ${String(option)} is spoken to in ${english ? 'English' : 'Chinese'}`,
      withServer(
        {
          files: OWN_RUBRICS,
          ...(locale ? { locale } : {}),
          ...(option ? { initializationOptions: { locale: option } } : {}),
        },
        async (server) => {
          const uri = server.root.uri('leak.md');
          await server.open(uri, DRAFT);
          const [missing, taboo, weak] = saying(server.diagnostics.all[0]?.diagnostics ?? []);
          const titles = (await server.actions(uri, '少来敲门')).map(({ title }) => title);
          const [question] = await server.symbols(uri);
          assert.equal(
            missing,
            english ? 'Section “Revisit” is missing. Look again later.' : '缺少“回访”环节。事后要回头看。',
          );
          assert.equal(taboo, english ? '“少来敲门”: It pushes people away.' : '“少来敲门”：把人往外推。');
          assert.equal(
            weak,
            english
              ? 'Section “Mediate” still has 1 placeholder 【】 to fill in.'
              : '“调解”环节还有 1 处【】没有填。',
          );
          assert.ok(titles.includes(english ? 'Replace with “您慢慢说”' : '改为“您慢慢说”'), titles.join());
          assert.ok(
            titles.includes(english ? 'Do not report here (wording.taboo)' : '这里不再提示（wording.taboo）'),
            titles.join(),
          );
          assert.equal(question?.name, english ? 'Question' : '题目');
        },
      ),
    );
  }
});
