/** Pairs `traditional simplified`, separated by `|`; several simplified forms are separated by spaces. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
