package regs

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// What Markdown takes for its own marks, so that it isn't printed as it stands, is
// found; lists, quotations and headings that are meant aren't.
func TestWhatMarkdownSwallowsIsFound(t *testing.T) {
	for _, c := range rounds.Few(t, []struct{ text, want string }{
		// signs
		{"Two things changed:\n\n+ 12% in demand for care at home\n\n- 3% in staff", "12:5 14:5"},
		{"Two things changed:\n\n- 3% in staff\n\n+ £2m in cost", "12:5 14:5"},
		{"Demand changed by\n+ 12% in the year.", "11:5"},
		{"Demand changed by\n- 3% in the year.", "11:5"},
		{"We opened the centre\n- the first of its kind - in May.", "11:5"},
		{"The floor of the ward is\n1. The flat is above.", "11:5"},
		{"It was found that people aged\n> 75 years waited longest for a place.", "11:5"},
		{"It was found that people aged\n>75 waited longest.", "11:5"},
		{"> 75 years", "10:5"},
		{"- > 12 weeks: 41 people\n- one", "10:7"},
		{"The sum of the\n# of visits and calls.", "11:5"},
		{"It cost £5* in all.\n\n* Provisional until the audit.", "12:5"},
		{"| a | b |\n|---|---|\n| 1* | 2 |\n\n* Provisional.", "14:5"},
		{"1. One.\n3. Three.\n5. Five.", "11:5"},
		{"3. Three.\n5. Five.", "11:5"},
		{"- - one\n- - two", "10:5"},
		{"- * one", "10:5"},

		{"We did:\n- 45% more visits\n- 30% more calls", ""},
		{"We did:\n\n- 45% of carers felt supported", ""},
		{"We did:\n- 45% of carers felt supported", ""},
		{"- 45% of carers felt supported\n- 30% did not", ""},
		{"+ one\n+ two", ""},
		{"What we did\n- one thing\n- another", ""},
		{"What we did\n- One thing.", ""},
		{"What we did.\n- one thing", ""},
		{"* one\n* two", ""},
		{"* one", ""},
		{"We are *so* glad.\n\n* one", ""},
		{"It cost £5\\* in all.\n\n\\* Provisional.", ""},
		{"1. One.\n1. Two.\n1. Three.", ""},
		{"1. One.\n2. Two.\n3. Three.", ""},
		{"4. Four.\n5. Five.", ""},
		{"1. One.\n2. Two.\n2. Three.", ""},
		{"What we did\n1. One.\n2. Two.", ""},
		{"- one\n  - two\n    - three", ""},
		{"1. - one", ""},
		{"> 20 years I have cared for my mother.\n>\n> — a carer", ""},
		{"> I am 75.", ""},
		{"As she said:\n> 20 years I have cared for my mother.", ""},
		{"People aged\n\\> 75 years waited.", ""},
		{"People aged <75 or >75; 5 < 7.", ""},
		{"We went on.\n# Our year", ""},
		{"We went on.\n## 2025/26", ""},
		{"−3% in staff\n\n–3% in staff", ""},

		// lines
		{"We saved £1.1m.\n\n[Note]: unaudited-figures-may-change", "12:5"},
		{"We saved £1.1m.\n\n[Source]: PHS", "12:5"},
		{"[Source]: https://phs.scot", "10:5"},
		{"See [the plan][p].\n\n[p]: https://a.scot/plan\n[q]: https://a.scot/other", "13:5"},
		{"With thanks to all who helped.\n---\nThe board met.", "10:5"},
		{"Kind regards,\n---\nJean", "10:5"},
		{"Kind regards\n--\nJean", "10:5"},
		{"We did three things:\n-\n\nMore.", "10:5"},
		{"The board met five times,\nand once more\n---", "10:5"},
		{"Signed by the chair:\n\n________________", "12:5"},
		{"We opened the centre in the  \nspring of the year.", "10:32"},
		{"See \\\\server\\reports\\plan.docx", "10:9"},
		{"See S:\\Reports\\plan.docx", "10:9"},
		{"One.\n\n    Indented *stress* text", "12:9"},
		{"One.\n\n    Indented text.[^1]\n\n[^1]: Note", "12:9"},
		{"One.\n\n    ## Indented", "12:9"},
		{"One.\n\n    The board met five times in the year, and once more in the\n    summer.", "12:9"},
		{"One &amp;amp; two", "10:9"},
		{"We said_x000D_ so", "10:12"},

		{"See [the plan][p] and [p].\n\n[p]: https://a.scot/plan", ""},
		{"[//]: # (a comment)\n\nText.", ""},
		{"[Note]: the figures are unaudited.", ""},
		{"\\[Note]: provisional", ""},
		{"Our year\n---\n\nMore.", ""},
		{"Our year\n===\n\nMore.", ""},
		{"What went well?\n---\n\nMore.", ""},
		{"St.\n---", ""},
		{"One.\n\n---\n\nTwo.", ""},
		{"One.\n\n* * *\n\nTwo.", ""},
		{"Jean Smith  \n1 High Street  \nInverden", ""},
		{"Jean Smith  \nChair", ""},
		{"> an old song  \n> in two lines", ""},
		{"One.\n\n    Indented text with 5 * 3 and a_b_c", ""},
		{"One.\n\n    1 High Street\n    Inverden", ""},
		{"R&D, Q&A, AT&T; &amp; fish", ""},
		{"either\\or, C\\#, 12\\. and A:\\ ", ""},
		{"The ratio A:B\\C", ""},
	}) {
		r := complete(2018)
		r.Narrative.Reg5.Assessment = yamlpos.NewText(c.text, source.Position{File: "n.yaml", Line: 10, Column: 5})
		var got []string
		for _, f := range findingsOf(r, "R0-pasted") {
			got = append(got, fmt.Sprintf("%d:%d", f.Position.Line, f.Position.Column))
			if f.Hint == "" {
				t.Errorf("%q: no hint with %q", c.text, f.Message)
			}
			if testing.Verbose() {
				t.Logf("%q: %s / %s", c.text, f.Message, f.Hint)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
