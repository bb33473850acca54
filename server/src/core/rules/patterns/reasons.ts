/** Reasons that several lists of rude forms give. */

export const WHY_TABOO = {
  zh: '这是服务忌语：再急也不能对群众这样说。',
  en: 'Not to be said to people, however pressed you are.',
};
export const WHY_DARE = {
  zh: '这是赌气、威胁的话，只会把矛盾激化。',
  en: 'A dare or a threat only makes it worse.',
};
export const WHY_BLAME = {
  zh: '责怪、数落来办事的人，话就谈不下去了；先接住，再讲清。',
  en: 'Blaming the person ends the talk; take it in first, then explain.',
};
export const WHY_MOCK = {
  zh: '挖苦、羞辱人的话，一句就把人推远了；难处在哪里，就说哪里。',
  en: 'Mockery drives people away; speak of the difficulty instead.',
};
export const WHY_SENT_OFF = {
  zh: '这是把人支走，等于没接待：今天办不了，也要收下、约好、告诉他怎么办。',
  en: 'This sends the person away: take it in, make an appointment, say what happens next.',
};
