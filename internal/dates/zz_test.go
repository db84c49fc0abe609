package dates
import ("testing";"os";"bufio";"encoding/json";"github.com/arabic-extract/extract/internal/lexicon";"github.com/arabic-extract/extract/internal/normalize";"compress/gzip";"io")
func TestZZ(t *testing.T){
 f,_:=os.Open("/work/shared/data/news/news.jsonl.gz"); z,_:=gzip.NewReader(f); var r io.Reader=z
 sc:=bufio.NewScanner(r); sc.Buffer(nil,1<<26); fd:=NewFinder(); var tx normalize.Text; var c lexicon.Cache; seen:=map[string]int{}
 refs:=[]Reference{{},}; rr,_:=ParseReference("2015-08-01T10:00:00","x"); refs=append(refs,rr)
 for sc.Scan(){ var d struct{Text string}; json.Unmarshal(sc.Bytes(),&d); tx.Scan(d.Text); forms:=c.Analyze(&tx,nil)
  for _,ref:=range refs { for _,x:=range fd.Find(&tx,&c,forms,ref){ 
   bad:=""
   if x.Value!="" && !ValidValue(x.Value) {bad="v "+x.Value}; if x.Resolved!="" && !ValidValue(x.Resolved){bad="r "+x.Resolved}; if x.Offset!="" && !ValidOffset(x.Offset){bad="o "+x.Offset}; if x.Original!="" && !ValidOriginal(x.Original){bad="c "+x.Original}
   if x.Start>=x.End||int(x.End)>len(d.Text){bad="span"}
   if bad!="" { seen[bad[:1]]++; if seen[bad[:1]]<12 {t.Log(bad, d.Text[x.Start:x.End])}}
  }}}
 t.Log(seen)
}
