package claims

import (
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/facts"
)

// TestNames gives things names of the authority's own.
func TestNames(t *testing.T) {
	r := load(t, "../../examples/carrickmoor")
	p := *r.Config
	p.Names = map[string][]string{"NI19": {"bed blocking"}, "cm07": {"days off sick"}, "GP prescribing": {"pills and potions"}, "NI99": {"nothing"}}
	c := *r
	c.Config = &p
	f := facts.Of(&c)
	if len(f.Unknown) != 1 || f.Unknown[0].ID != "NI99" || f.Unknown[0].Hint == "" {
		t.Errorf("%+v", f.Unknown)
	}
	for s, wrong := range map[string]bool{"Bed blocking rose in 2025/26.": true, "Bed blocking fell in 2025/26.": false, "Pills and potions cost £30.9m.": true,
		"Days off sick fell to 7.2%.": false, "Days off sick fell to 6.2%.": true} {
		got := Read(f, []Text{{Name: "regulation-4.introduction", Text: yamlpos.NewText(s, source.Position{File: "f.yaml", Line: 1, Column: 1})}})
		if (got.Count(Contradicted) > 0) != wrong || !wrong && got.Count(Confirmed) == 0 {
			t.Errorf("%s: %+v", s, got.Claims[0])
		}
	}
}

// TestNoClaim has an author say of a sentence that it is none.
func TestNoClaim(t *testing.T) {
	f := facts.Of(load(t, "../../examples/carrickmoor"))
	for text, want := range map[string][2]int{ // contradicted, marked
		"The falls rate fell in 2025/26. <!-- no claim: of one ward -->":                        {0, 1},
		"The falls rate fell in 2025/26. <!-- no claim: -->":                                    {1, 0},
		"The falls rate <!-- no claim: of one ward --> fell in 2025/26. Readmissions fell.":     {1, 1},
		"It was hard. The falls rate fell in 2025/26.\n\n<!-- no claim: elsewhere -->\n\nMore.": {0, 1},
	} {
		r := Read(f, []Text{{Name: "opening.foreword", Text: yamlpos.NewText(text, source.Position{File: "f.yaml", Line: 1, Column: 1})}})
		if got := [2]int{r.Count(Contradicted), len(r.Marked)}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
