import { readFileSync } from 'node:fs';

/** Linux: processor time in ms and memory in MiB of a process. */
export function usage(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  return { cpu: (Number(stat[11]) + Number(stat[12])) * 10, rss };
}
