package claims

import (
	"strings"
	"testing"
	"time"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/facts"
)

// FuzzRead reads texts as they come and as somebody might send them. Whatever a
// claim points to must be in the text.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Emergency admissions (NI12) fell by 2.2% to 11,152, or about 2%.", "At £57.1m, care homes were the second largest matter.",
		`Of adults {{ value "NI8" }} felt safe; {{ change "NI12" "2020/21" }} since 2021/22.`, "{{ value \"NI99\" }} {{ spend \"x\" }} {{ {{",
		"one in five in ten of half of a third per per 1,000 per £ £m £( %% 99999999999999999999%", "NI NI- NI12NI13 (((( )))) \"\"\" “quoted”",
		"| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| Total | 9 |\n", "> rose\n\n# rose\n\n- rose: 5%\n- Falls rate: 24.1",
		"than than than since since between 2020 and 2021 and 2022", "every 1,000 for every 1,000 for every", "\xff\xfe£\xe2\x80 NI12 rose",
		"Falls of of of to to to by by by 12% 12% 12%", "31 March 2026", "2025/26 2025-26 2025–2026 2025/27 20252/26", "<!-- no claim: x -->",
		strings.Repeat("falls rose and ", 300), strings.Repeat("(", 500), strings.Repeat("1,000 of ", 300),
		"<table><tr><td>a<tr><td>1</table>", "<head><p>x", "<table><tr><th>a<th>b<tr><td>1<script>x</script><td>2</table>", "<h1>a<br>b</h1><blockquote>c", strings.Repeat("a say in how ", 100),
	} {
		f.Add(seed)
	}
	facts := facts.Of(load(f, "../../examples/carrickmoor"))
	f.Fuzz(func(t *testing.T, markdown string) {
		if len(markdown) > 1<<16 {
			t.Skip()
		}
		begun := time.Now()
		text := yamlpos.NewText(markdown, source.Position{File: "f.yaml", Line: 1, Column: 1})
		r := Read(facts, []Text{{Name: "opening.foreword", Text: text}, {Name: "regulation-6.localities[0].assessment", Text: text}, {Name: "regulation-4.matters.4(2)(c)", Text: text}})
		for _, c := range r.Claims {
			if strings.HasPrefix(c.Reason, failed) || c.At.Line < 1 || c.End.Compare(c.Position) < 0 || c.Verdict == Contradicted && (c.Message == "" || c.Hint == "") || c.Verdict == Unread && c.Reason == "" {
				t.Errorf("%q: %+v", markdown, c)
			}
		}
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("%d bytes took %s", len(markdown), took)
		}
	})
}
