package main
import ("bufio";"compress/gzip";"encoding/json";"fmt";"os";"time";"strings"
"github.com/arabic-extract/extract/internal/dates";"github.com/arabic-extract/extract/internal/lexicon";"github.com/arabic-extract/extract/internal/normalize";"runtime/pprof")
func main(){
 f,_:=os.Open(os.Args[1]); z,_:=gzip.NewReader(f); sc:=bufio.NewScanner(z); sc.Buffer(nil,1<<26)
 var texts []string; n:=0
 for sc.Scan(){ var d struct{Text string}; json.Unmarshal(sc.Bytes(),&d); texts=append(texts,d.Text); n+=len(d.Text)}
 var t normalize.Text; var c lexicon.Cache; var forms []lexicon.FormID
 st:=time.Now(); fd:=dates.NewFinder(); fmt.Println("load",time.Since(st))
 if len(os.Args)>2 { o,_:=os.Create(os.Args[2]); pprof.StartCPUProfile(o); defer pprof.StopCPUProfile() }
 ref,_:=dates.ParseReference("2015-08-01","x")
 for r:=0;r<12;r++{
 st=time.Now(); var c0 lexicon.Cache; for _,s:=range texts{ t.Scan(s); forms=c0.Analyze(&t,forms[:0])}; base:=time.Since(st)
 st=time.Now(); k:=0; for _,s:=range texts{ t.Scan(s); forms=c.Analyze(&t,forms[:0]); k+=len(fd.Find(&t,&c,forms,ref))}; all:=time.Since(st)
 fmt.Printf("%.1f MB base %v (%.0f MB/s) all %v dates %v (%.0f MB/s alone) found %d\n",float64(n)/1e6,base,float64(n)/1e6/base.Seconds(),all,all-base,float64(n)/1e6/(all-base).Seconds(),k)
 }
 if len(os.Args)>2 {return}; for _,u:=range []string{"من 1 إلى 2 ","بين 3 و ","قبل ","واحد وعشرين و","الأول من ","من الأحد إلى ","1/2/","من من من بين ", "في الساعة ", "ثلاثة أيام و", "(", "عام ( "} {
 for _,m:=range []int{1<<18,1<<20}{ s:=strings.Repeat(u,m/len(u)); t.Scan(s); var c2 lexicon.Cache; forms=c2.Analyze(&t,forms[:0]); st=time.Now(); fd2:=dates.NewFinder(); k:=len(fd2.Find(&t,&c2,forms,ref)); fmt.Printf("%q %d: %v (%d)\n",u,m,time.Since(st),k)}}
}
