/** The built-in rubrics and model; the build makes this module from rubrics/ (see esbuildBuiltin.mjs). */
declare module 'zhangfa:builtin' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an ambient module cannot import a relative path
  const builtin: import('./builtin').Builtin;
  export default builtin;
}
