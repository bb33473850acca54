import { speaksOfOneself } from '../analysis/answerTotals';
import { Chapter } from '../analysis/chapter';
import type { Labelling } from '../analysis/label';
import { SentenceEvidence } from '../analysis/evidence';
import { LabelledPassage } from '../analysis/labelledPassage';
import { keptWith } from '../text/kept';
import { followingIn } from './reporting/following';
import { FOLLOWING, NAMING } from './reporting/forms';
import { formsIn } from './sentenceForms';
import { shirkingIn } from './flagged';
import { isSloganByForm, SURE_SLOGAN } from './slogans';

/** Somebody is met, asked, told, helped. */
const PEOPLE =
  /[您他她]|你们|大家|老乡|乡亲|我[^,。;]{0,8}(?:问|听|请|陪|帮|讲给|说给|答|量|拍|测)|当面|上门/;

/** What lines add up to that tells whether an answer keeps to its question; of those that say something, but for the first. */
export class Topics {
  /** Lines of any kind that belong to a section. */
  labelled = 0;
  spoken = 0;
  hanzi = 0;
  /** In which the writer speaks in the first person. */
  personal = 0;
  resume = 0;
  resumeHanzi = 0;
  /** 字 of those that belong to no section and are no slogans. */
  elsewhere = 0;
  /** 字 of those that pass the buck, report upwards, do as told or name somebody above. */
  otherFault = 0;
}

const meetsPeople = keptWith(SentenceEvidence, ({ sentence }: SentenceEvidence): boolean =>
  PEOPLE.test(sentence.folded),
);

const topicsIn = keptWith(LabelledPassage, (labelled: LabelledPassage): Topics => {
  const topics = new Topics();
  const { passage } = labelled;
  const shirking = shirkingIn(passage.reading);
  const following = followingIn(passage);
  const { lines } = passage;
  for (let at = 0; at < lines.length; at++) {
    const evidence = lines[at];
    if (!evidence) break;
    const { kind, hanzi, folded } = evidence.sentence;
    const isLabelled = labelled.sectionOf(at) >= 0;
    if (isLabelled) topics.labelled++;
    if (kind !== 'sentence') continue;
    topics.spoken++;
    topics.hanzi += hanzi;
    if (speaksOfOneself(folded)) topics.personal++;
    if (formsIn(evidence).isResume) {
      topics.resume++;
      topics.resumeHanzi += hanzi;
    }
    const isTalk = labelled.sloganOf(at) >= SURE_SLOGAN || (!isLabelled && isSloganByForm(evidence));
    if (!isLabelled && !isTalk) topics.elsewhere += hanzi;
    if (shirking.includes(evidence) || ((following[at] ?? 0) & (FOLLOWING | NAMING)) !== 0)
      topics.otherFault += hanzi;
  }
  return topics;
});

const chapterTopics = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>) =>
  addUp(members.map(topicsIn)),
);

/** The topics of a whole answer. */
export function addUpTopics({ chapters }: Labelling): Topics {
  return addUp(chapters.chapters.map(chapterTopics));
}

const meetingIn = keptWith(LabelledPassage, ({ passage: { lines } }: LabelledPassage): number => {
  let meeting = 0;
  for (const evidence of lines) if (evidence.sentence.kind === 'sentence' && meetsPeople(evidence)) meeting++;
  return meeting;
});

const chapterMeeting = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>): number =>
  members.reduce((sum, passage) => sum + meetingIn(passage), 0),
);

/** In how many sentences of an answer somebody is met. Few answers come so far that this is asked. */
export function countMeeting({ chapters }: Labelling): number {
  return chapters.chapters.reduce((sum, chapter) => sum + chapterMeeting(chapter), 0);
}

function addUp(topics: readonly Topics[]): Topics {
  const all = new Topics();
  for (const own of topics) {
    all.labelled += own.labelled;
    all.spoken += own.spoken;
    all.hanzi += own.hanzi;
    all.personal += own.personal;
    all.resume += own.resume;
    all.resumeHanzi += own.resumeHanzi;
    all.elsewhere += own.elsewhere;
    all.otherFault += own.otherFault;
  }
  return all;
}
