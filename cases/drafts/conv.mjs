import {readFileSync,mkdirSync,writeFileSync,rmSync} from 'node:fs';
const [src,out,split]=process.argv.slice(2); rmSync(out,{recursive:true,force:true});
for(const block of readFileSync(src,'utf8').split(/^# /m).slice(1)){
 const [head,...lines]=block.trim().split('\n'); const [slug,why]=head.split(' | ');
 const rec={...(split?{split}:{}),why,measures:[],agreements:[],contacts:[],inquiries:[],disagreements:[]}; const reps=[];
 for(const l of lines){ if(!l.trim())continue;
  let m=/^([a-z]) (\d{4}-\d\d-\d\d) ([^|]+) \| ([^|]+) \| (.*)$/.exec(l);
  if(m){const o=m[3].trim(); reps.push({id:`${slug}/${m[1]}`,url:`https://${o.toLowerCase().replace(/ /g,'-')}.example/${m[2]}/${slug}`,outlet:o,date:m[2],title:m[4].trim(),text:m[5].replace(/ \\n /g,'\n\n')});continue;}
  m=/^([MACI]) (\w+) (.*?) : (.*)$/.exec(l); if(!m) throw new Error(slug+': '+l);
  const f={}; for(const x of m[3].matchAll(/(\w+)=("[^"]*"|(?:(?![ ]\w+=).)+)/g)) f[x[1]]=x[2].trim().replace(/^"|"$/g,'');
  const codes=x=>x?x.split(','):[]; const figs=x=>x?x.split(',').map(y=>{const i=y.indexOf(':');return{value:+y.slice(0,i),unit:y.slice(i+1)}}):[];
  const life=m[4].split('; ').map(s=>{const y=/^(.+?) (\d{4}(?:-\d\d)?(?:-\d\d)?|null) ([a-z](?:,[a-z])*)(?: by=(\S+))?(?: all=(\S+))?$/.exec(s.trim()); if(!y) throw new Error(slug+' step '+s); return {step:y[1],date:y[2]==='null'?null:y[2],reports:y[3].split(',').map(z=>`${slug}/${z}`),...(y[4]?{by:y[4].split(',')}:{}),...(y[5]?{alleged_by:y[5].split(',')}:{})}});
  if(m[1]==='M')rec.measures.push({id:m[2],imposes:codes(f.by),on:codes(f.on),kind:f.kind,target:f.target??null,instrument:f.instr??null,figures:figs(f.fig),conditions:f.cond?f.cond.split(';'):[],in_answer_to:codes(f.ans),answered_by:codes(f.ansby),life});
  if(m[1]==='A')rec.agreements.push({id:m[2],parties:codes(f.parties),guarantors:codes(f.guar),mediators:codes(f.med),kind:f.kind,subject:f.subj??null,place:f.place??null,figures:figs(f.fig),life});
  if(m[1]==='C')rec.contacts.push({id:m[2],kind:f.kind,with:f.with.split(',').map(p=>{const [code,name,office]=p.split(':');return{code,name:name&&name!=='-'?name:null,office:office??null}}),place:f.place??null,topics:f.topics?f.topics.split(';'):[],life});
  if(m[1]==='I')rec.inquiries.push({id:m[2],by:codes(f.by),of:codes(f.of),of_name:f.name??null,for:f.for??null,life});
 }
 mkdirSync(`${out}/${slug}`,{recursive:true}); writeFileSync(`${out}/${slug}/record.json`,JSON.stringify(rec,null,2)+'\n'); writeFileSync(`${out}/${slug}/reports.jsonl`,reps.map(r=>JSON.stringify(r)).join('\n')+'\n');
}
