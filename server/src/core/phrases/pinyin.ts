import type { Initials } from './initials';

/** Loads the table of readings (some 300 kB), the first time letters are typed. */
export async function loadInitials(): Promise<Initials> {
  const { pinyin } = await import('pinyin-pro');
  return (text) =>
    text.split('').map((unit) => {
      if (!/\p{Script=Han}/u.test(unit)) return '';
      const letters = pinyin(unit, { pattern: 'first', toneType: 'none', type: 'array', multiple: true });
      return [...new Set(letters)].join('');
    });
}
