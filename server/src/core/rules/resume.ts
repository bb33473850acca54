import { compiledAtUse } from '../text/compiledAtUse';

/** The writer tells of himself. */
export const RESUME = compiledAtUse(
  /报考|毕业于|我毕业|大学(?:四年|期间|生活|时)|学生会|学习委员|班长|实习(?:过|期间|两|三|半)|我的专业|我学的是|我性格|我热爱|我(?:特别|最)?喜欢|从小(?:就)?|兴趣|爱好|特长|奖学金|如果(?:有幸)?(?:被)?录(?:取|用)|我的梦想|家里有|我的(?:父母|家人)|自我介绍/,
);

/** Words of which every match holds at least one. */
export const RESUME_ANCHORS: readonly string[] =
  '报考 毕业 大学 学生会 学习委员 班长 实习 我的专 我的梦 我的父 我的家 我学的是 我性格 我热爱 喜欢 从小 兴趣 爱好 特长 奖学金 录取 录用 家里有 自我介绍'.split(
    ' ',
  );
