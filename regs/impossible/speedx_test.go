package impossible
import ("testing";"os";"path/filepath")
func BenchmarkX(b *testing.B){ 
 var all []string
 m,_:=filepath.Glob("../../examples/*/narrative/*.yaml")
 for _,f:=range m { x,_:=os.ReadFile(f); all=append(all,string(x)) }
 for b.Loop() { for _,s:=range all { Find(s) } }
}
