import { documentTitle } from './documentTitles';
import type { Messages } from './zh';

/** `line 12`, `lines 10-12`. */
const lineNumbers = (lines: string): string => `${/\D/.test(lines) ? 'lines' : 'line'} ${lines}`;

/** Everything the writer reads from the analysis, in English. */
export const en: Messages = {
  status: { full: 'full', weak: 'weak', absent: 'missing' },
  listSeparator: ', ',
  colon: ': ',
  semicolon: '; ',
  aside: (text) => ` (${text})`,

  missing: (title, why) => `Section “${title}” is missing. ${why}`,
  missingOptional: (title, why) => `Section “${title}” (earns extra marks) is missing. ${why}`,
  emptyAnswer: (titles) => `There is no answer yet. The sections of this kind of answer are: ${titles}.`,
  begunAnswer: (titles) => `A beginning is made. The sections of this kind of answer are: ${titles}.`,
  weak: (title, lacking) => `Section “${title}” is weak. Lacking: ${lacking}.`,
  weakBranches: (branches) => `Cases not told apart yet: ${branches}.`,
  weakSlogan: (title) => `Section “${title}” has slogans but no deeds: say who does what, to whom and when.`,
  weakThin: (title) => `Section “${title}” is only touched on: say who does what, to whom and when.`,
  weakUnfilled: (title, count) =>
    `Section “${title}” still has ${count} placeholder${count === 1 ? '' : 's'} 【】 to fill in.`,
  empty: (title) => `Nothing stands under the heading “${title}”; a judge will not count it as that section.`,
  order: (title, earlier) => `“${title}” comes before “${earlier}”. “${earlier}” first is easier to follow.`,
  orderRelated: (title) => `“${title}” begins here`,
  wording: (word, why) => `“${word}”: ${why}`,
  askedColleague: ' The question leaves the matter with a colleague: it asks whether you take it on.',
  askedInCharge: ' The question puts you in charge: handing it on is not taking it.',
  askedPost: (post) => ` In the question you are “${post}”: this step is not yours to decide.`,
  cliche: (word, why) => `Cliché “${word}”: ${why}`,
  concreteKind: { when: 'time', where: 'place', who: 'person', quantity: 'number', deadline: 'deadline' },
  clicheLacks: (kinds) => `no ${kinds}`,
  clicheFew: 'hardly any concrete deed',
  clicheWhole: (hanzi, sentences, slogans, lacks) =>
    `${hanzi} characters, ${slogans} of ${sentences} sentences are clichés, ${lacks}; judges dislike template talk most. Begin by turning this one into a deed.`,
  clicheParagraph: (hanzi, slogans, lacks) =>
    `This paragraph has ${hanzi} characters, ${slogans} slogans and ${lacks}. Turn one into who did what, where and when.`,
  reportOnly:
    'This part only reports to a superior and waits. Say first what you can do yourself (check, calm, call, coordinate), then report.',
  exampleMissing:
    'There is no example, number or spoken line in the whole answer. One “for instance …” makes it far more concrete.',
  offTopic: 'The answer does not meet the question: the people and matters asked about hardly occur in it.',
  offTopicNoQuestion:
    'This does not read like an answer to any mass-work question. Check that it answers what was asked.',
  repeat: 'This sentence repeats an earlier one almost word for word; it earns nothing and takes time.',
  repeatRelated: 'the earlier sentence',
  copied: (document, line, hanzi) =>
    `${hanzi} characters in a row are the same as in reference document “${document}”, line ${line}. It sounds learnt by heart: use your own words, with the people and matters of the question.`,
  copiedRelated: 'the original',
  copiedHover: (document, line, hanzi) =>
    `Same as reference document **${document}**, line ${line}: ${hanzi} characters`,
  lengthOver: (seconds, limit, over) =>
    `Takes about ${seconds} to say, over the limit of ${limit} by some ${over} characters. Overrunning is cut off and marked down.`,
  lengthUnder: (seconds, limit, under) =>
    `Takes about ${seconds} to say, less than 60% of ${limit}; there is room for some ${under} characters.`,
  duration: (seconds) =>
    seconds < 60
      ? `${seconds} s`
      : seconds % 60 === 0
        ? `${seconds / 60} min`
        : `${Math.floor(seconds / 60)} min ${seconds % 60} s`,

  frontMatterSyntax: (detail) =>
    `The front matter is not valid YAML: ${detail}. The rest is checked as usual.`,
  frontMatterUnclosed: 'The front matter has no closing --- line; the draft is read as having none.',
  frontMatterNotMap:
    'The front matter should be “key: value” lines, with a blank after the colon, for example question: …',
  frontMatterType: (key) =>
    `${key} has a wrong value: question, framework and kind are text, minutes is a number of minutes between 0 and 120.`,
  unknownFramework: (id, used, known) =>
    `There is no framework “${id}”; “${used}” is used for now. Known ones: ${known}.`,

  source: (document, lines) =>
    lines === undefined
      ? `Source: ${documentTitle(document) ?? document}`
      : `Source: reference document ${documentTitle(document) ?? document}, ${lineNumbers(lines)}`,
  register: { spoken: 'spoken', written: 'written' },
  builtinPhrase: 'built-in phrase',
  setPhrase: 'set phrase',
  restsOn: (document, lines) =>
    `rests on ${documentTitle(document) ?? document}${lines === undefined ? '' : `, ${lineNumbers(lines)}`}`,
  inDocuments: (count) => `${count} documents`,
  phraseLine: (line) => `line ${line}`,
  phraseUnder: (heading) => `under “${heading}”`,
  strengthen: (title, phrase, source) => `Add “${title}”: ${phrase}${source === '' ? '' : ` (${source})`}`,
  sayBetter: (phrase, source) => `Say instead: ${phrase}${source === '' ? '' : ` (${source})`}`,
  insertSection: (title) => `Insert an outline of “${title}”`,
  insertAllSections: 'Insert outlines of all sections',
  replaceWith: (text) => `Replace with “${text}”`,
  deleteRepeat: 'Delete the repeated sentence',
  suppressHere: (code) => `Do not report here (${code})`,
  suppressFile: (code) => `Do not report in this file (${code})`,
  dispute: (section: string) => `The verdict on “${section}” is wrong: note it`,
  suppressWorkspace: (code) => `Do not report in this workspace (${code})`,
  chooseFramework: (title) => `Use framework “${title}”`,

  hoverAsks: 'What the judge looks for',
  hoverFound: 'Covered',
  hoverLacking: 'Lacking',
  hoverWhere: (count) => (count === 1 ? '1 sentence counts' : `${count} sentences count`),
  hoverNone: 'No sentence belongs to this section.',
  explainTitle: 'Evidence',
  explainSure: (status, percent) => `${status}, model confidence ${percent} %`,
  explainWords: (words) => `words: ${words}`,
  explainModel: (percent) => `no listed word; by wording and place (${percent} %)`,
  explainSlogan: 'reads like a slogan',
  explainVague: 'no time, place, act or figure',
  explainMore: (count) => (count === 1 ? '1 more sentence' : `${count} more sentences`),
  explainNearest: (quote, percent) => `nearest: ${quote}, only ${percent} % likely`,
  countedKind: {
    when: 'times',
    who: 'people',
    where: 'places',
    deed: 'deeds',
    condition: 'cases',
    quantity: 'amounts',
  },
  fullBecause: (count, hanzi, kinds) =>
    `Full without every point: ${count === 1 ? '1 sentence' : `${count} sentences`}, ${hanzi} characters${kinds === '' ? '' : `, naming ${kinds}`}.`,
  optional: 'earns extra marks',
  conditional: 'depends on the question',
  chosenBy: {
    'front-matter': 'named in the front matter',
    setting: 'named in the settings',
    question: 'judged by the question',
    'best-fit': 'judged by the content',
  },
  because: (words) => `the question has: ${words}`,
  confidence: (percent) => `confidence ${percent}%`,
  lens: (framework) => `Zhangfa · ${framework}`,
  symbolContinued: ' (continued)',
  lensInsert: (title) => `Insert “${title}”`,
  outlineQuestion: 'Question',
  outlineOther: 'In no section',
  spoken: (hanzi, duration) => `${hanzi} characters · about ${duration}`,

  reportTitle: 'Zhangfa · report',
  reportKind: 'Question kind',
  kindVariant: (kind, variant) => `${kind} · ${variant}`,
  kindAlso: (kind) => `, also like ${kind}`,
  reportFramework: 'Framework',
  reportLength: 'Length',
  reportCoverage: 'Sections',
  reportFirst: 'Fix these first',
  reportFindings: 'All findings',
  reportOther: 'Everything else',
  noMatch: 'no file matches',
  noDrafts:
    'No answer drafts found (a draft has question or framework in its front matter, or a 题目 heading; --all checks all Markdown).',
  reportNothing: 'Nothing to change: ready to submit.',
  reportUnasked: 'There is no question and no answer yet',
  reportAskFirst:
    'Begin with the question: as “question” in the front matter, or by the command “New Draft from a Framework”.',
  reportVerdict: (full, total) => `${full} of ${total} sections are full`,
  reportMissing: (titles) => `missing: ${titles}`,
  reportWeak: (titles) => `weak: ${titles}`,
  reportPoints: (covered, total) => `points ${covered}/${total}`,
  reportMethods: 'Methods',
  methodsUsed: 'Methods used',
  methodsNone: 'No method was recognised by name or by deed.',
  methodsAdvised: 'Would fit as well',
  methodAdvice: (title, words) => `${title}: the question has “${words}”`,
  sayingsAdvised: (phrases, title) => `May be said: ${phrases} (${title}; add a deed)`,
  selfCheck: 'Check yourself',
  selfCheckItem: (title, lacking) => `${title}: see whether the answer has ${lacking}`,
  brokenSet: (title, lacking) =>
    `“${title}” is a set that still lacks ${lacking}; give all of it, or one line and a deed`,
  askedBranches: (title, lacking) => `${title}: the question asks about ${lacking}; the answer does not`,
  factHistory: (date) =>
    `**Historical wording**${date === '' ? '' : ` (${date})`}: check what is said today; not present policy.`,
  factBackground: (date) =>
    `**Background**${date === '' ? '' : ` (${date})`}: a cause or an opening, not the body of an answer.`,
  sayingSet: (title, others) => `Set expression “${title}”${others === '' ? '' : `, with: ${others}`}`,
  sayingAvoid: (word, instead) =>
    `“${word}” may stand only as what is criticised; for what you do, write “${instead}”.`,
  severity: { error: 'error', warning: 'warning', information: 'info', hint: 'hint' },

  rubricSyntax: (detail) => `YAML syntax error: ${detail}`,
  rubricSchema: (path, detail) =>
    path === '' ? `Does not fit the rubric format: ${detail}` : `${path} does not fit the format: ${detail}`,
  schema: {
    required: (key) => `“${key}” is missing`,
    unknownKey: (key) => `there is no key “${key}”; check the spelling`,
    type: 'a value of the wrong type',
    value: (allowed) => (allowed === '' ? 'not one of the allowed values' : `must be one of ${allowed}`),
    pattern:
      'not written as it should be (ids are lower-case letters, digits and hyphens; lines are 12 or 10-12)',
    length: 'too short, too long or empty',
  },
  rubricDuplicate: (id) => `The id “${id}” is used twice.`,
  rubricEmpty: 'This file holds neither a framework (sections) nor a wording list (entries).',
  settingRefused: (key) => `The setting zhangfa.${key} is not known, or has a wrong value; it is not used.`,
  rubricsMissing: (entry, namedBy) =>
    `No YAML file was found for “${entry}” in ${namedBy === 'setting' ? 'zhangfa.rubrics' : '--rubrics'}; the built-in frameworks go on working.`,
  rubricUnreadable: (file, reason) => `Rubric file not read: ${file} (${reason}).`,
  unreadable: {
    binary: 'a binary file, not text',
    'not-utf8': 'not UTF-8 text (perhaps GB18030); please save it as UTF-8',
    gone: 'the file does not exist or cannot be read',
    'too-large': 'too large (limit 20 MB)',
  },
  workspaceTitle: 'Zhangfa · workspace check',
  workspaceProgress: 'Zhangfa: checking the drafts of the workspace',
  workspaceSummary: (drafts, files) =>
    `${drafts} ${drafts === 1 ? 'draft' : 'drafts'} among ${files} Markdown ${files === 1 ? 'file' : 'files'}.`,
  workspaceCancelled: 'The check was cancelled; this is what was done.',
  workspaceUnreadable: 'Files not read',
  workspaceColumns: {
    draft: 'Draft',
    sections: 'Sections',
    verdict: 'Verdict',
    findings: 'Findings',
    spoken: 'Time',
  },
  documentsProgress: 'Zhangfa: reading the reference documents',
  documentsRebuilt: {
    damaged: 'The stored phrase index was damaged; it is built anew from the documents.',
    outdated:
      'The stored phrase index is of another version or of other frameworks; it is built anew from the documents.',
  },
  documentsNotKept: (detail: string) =>
    `The phrase index could not be stored; documents will be read again next time: ${detail}`,
  documentsFailed: (detail: string) =>
    `The reference documents could not all be read; checks go on: ${detail}`,
  diagnosticsLeftOut: (path, shown, left) =>
    `${path}: too much is flagged. The editor lists the ${shown} most severe; left out for now: ${left}. What is mended makes room for them; the report has all.`,
  ruleFailed: (code, detail) => `Rule ${code} failed; the others go on: ${detail}`,
};
