import { Uri, window, workspace } from 'vscode';
import type { Services } from '../services';
import { newUntitled } from '../untitled';

/** Of our own words; it lacks a section, one is weak, and one promise goes too far. */
const SAMPLE = 'docs/examples/complaint.md';

/** `zhangfa.openSample`: shows a copy of a draft that has faults, to try everything on; it is in no file. */
export async function openSample({ extensionUri }: Services): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, SAMPLE));
  const content = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const document = await newUntitled(content);
  await window.showTextDocument(document, { preview: false });
}
