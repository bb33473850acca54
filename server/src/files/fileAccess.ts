/** How the server reads files; the editor answers where it can (virtual workspaces, browser), Node otherwise. */
export interface FileAccess {
  /**
   * Files below a folder that match one of the globs.
   * @param folder URI
   * @param globs relative to the folder
   * @param limit no more than this many are returned
   * @returns URIs, sorted; empty when the folder does not exist
   */
  find(folder: string, globs: readonly string[], limit: number): Promise<readonly string[]>;
  /** The bytes of a file; null when it cannot be read, `too-large` when it is larger than any writer's. */
  read(uri: string): Promise<Uint8Array | 'too-large' | null>;
}
