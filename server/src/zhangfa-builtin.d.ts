/** The built-in rubrics and model; the build makes this module from rubrics/ (see esbuild.mjs). */
declare module 'zhangfa:builtin' {
  const builtin: import('./builtin').Builtin;
  export default builtin;
}
