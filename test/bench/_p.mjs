import { loadCore } from './core.mjs';
import { makeDraft } from './drafts.mjs';
const core = await loadCore({minify: process.env.NOMIN? false:true});
const { Analyzer, parseDraft, checkRules, analyzer, rubrics } = core;
const settings = { locale: 'zh', speakingRate: 200, minutes: 0, severity: {}, onFailure: () => undefined };
const mode=process.argv[2], len=+process.argv[3], n=+process.argv[4];
const text=makeDraft(len);
const med=l=>{const s=[...l].sort((a,b)=>a-b);return s[s.length>>1]};
const l=[];let cpu=[];
let step;
if(mode==='full'){ const fresh=new Analyzer(rubrics, analyzer.model); step=()=>checkRules(fresh.analyse(parseDraft(text)),settings); }
else {
  const at= mode==='start'? text.indexOf('。', text.indexOf('##')) : text.indexOf('。', len/2);
  let draft=parseDraft(text); checkRules(analyzer.analyse(draft),settings); let added=false;
  const other=`${text.slice(0, at)}好${text.slice(at)}`;
  step=()=>{
    const change = added ? { from: at, to: at + 1, inserted: 0 } : { from: at, to: at, inserted: 1 };
    draft = parseDraft(added ? text : other, draft, [change]); added=!added;
    checkRules(analyzer.analyse(draft), settings);};
}
const parts=5;
for(let k=0;k<parts;k++){ const c=process.cpuUsage(); const l=[]; for(let i=0;i<n/parts;i++){const f=performance.now();step();l.push(performance.now()-f)} const d=process.cpuUsage(c); if(k>=3)console.log(mode,len,'median',med(l).toFixed(3),'cpu/run',((d.user+d.system)/1000/(n/parts)).toFixed(3)); }
