import type { Locale } from '../messages/messages';
import type { DropReason, Repair, Warning } from './types';

/** What the reasons for dropping and repairing, and the warnings, say to a person. */
interface Words {
  readonly drops: Readonly<Record<DropReason, string>>;
  readonly repairs: Readonly<Record<Repair['reason'], string>>;
  warning(warning: Warning): string;
}

const ZH: Words = {
  drops: {
    jammer: '论坛防采集乱码',
    watermark: '百度知道水印',
    duplicate: '重复段落',
    'duplicate-elsewhere': '与其他文档重复',
    'site-header': '网站抬头（来源、时间）',
    'site-footer': '网站页脚（声明、地址、电话）',
    advert: '广告',
    navigation: '网站导航、目录',
    image: '图片占位与说明',
    page: '页码、页眉页脚',
    'repeated-heading': '重复的标题',
    byline: '作者署名',
    pinyin: '注音',
    invisible: '看不见的字符',
    'lost-bytes': '缺字的句子',
    'no-han': '没有汉字的行',
    punctuation: '多余的标点',
    space: '多余的空白',
    markup: '标记',
    code: '代码',
    hidden: '隐藏文字',
  },
  repairs: { 'false-break': '误断的句号改为逗号', 'missing-stop': '半角句点改为句号' },
  warning(warning) {
    switch (warning.kind) {
      case 'truncated':
        return `被截断：“${warning.text}”`;
      case 'unended':
        return `没有句末标点，可能不完整：“${warning.text}”`;
      case 'empty-section':
        return `只有标题，没有正文：“${warning.text}”`;
      case 'promised':
        return `自称 ${warning.promised} 项，实有 ${warning.found} 项：“${warning.text}”`;
      case 'ordinal-gap':
        return `前面缺“${warning.missing.join('”“')}”：“${warning.text}”`;
      case 'quotes':
        return `引号不配对：“${warning.text}”`;
      case 'traditional':
        return '是繁体，表述按简体收入';
      case 'thin':
        return '正文不足三句';
    }
  },
};

const EN: Words = {
  drops: {
    jammer: 'forum jammer text',
    watermark: 'Baidu Zhidao watermark',
    duplicate: 'repeated paragraphs',
    'duplicate-elsewhere': 'repeated from another document',
    'site-header': 'site header (source, time)',
    'site-footer': 'site footer (notices, addresses, phones)',
    advert: 'advertisements',
    navigation: 'menus and tables of contents',
    image: 'image placeholders and captions',
    page: 'page numbers, running heads',
    'repeated-heading': 'repeated headings',
    byline: 'bylines',
    pinyin: 'pinyin annotations',
    invisible: 'invisible characters',
    'lost-bytes': 'sentences with lost characters',
    'no-han': 'lines without Chinese',
    punctuation: 'stray punctuation',
    space: 'white space',
    markup: 'markup',
    code: 'code',
    hidden: 'hidden text',
  },
  repairs: {
    'false-break': 'full stop inside a sentence made a comma',
    'missing-stop': 'Latin full stop made Chinese',
  },
  warning(warning) {
    switch (warning.kind) {
      case 'truncated':
        return `cut off: “${warning.text}”`;
      case 'unended':
        return `no full stop, perhaps incomplete: “${warning.text}”`;
      case 'empty-section':
        return `a heading without text: “${warning.text}”`;
      case 'promised':
        return `announces ${warning.promised}, has ${warning.found}: “${warning.text}”`;
      case 'ordinal-gap':
        return `“${warning.missing.join('”, “')}” missing before “${warning.text}”`;
      case 'quotes':
        return `quotation marks do not pair: “${warning.text}”`;
      case 'traditional':
        return 'in traditional characters; used in simplified ones';
      case 'thin':
        return 'fewer than three sentences';
    }
  },
};

/** The words in the language of the writer. */
export function documentWords(locale: Locale): Words {
  return locale === 'zh' ? ZH : EN;
}
