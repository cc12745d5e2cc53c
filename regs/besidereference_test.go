package regs

import (
	"strings"
	"testing"

	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// A reference of one measure in words that are plainly of another is told; what has words of its own, of
// several or of none isn't.
func TestBesideReferences(t *testing.T) {
	titles := map[string]string{"MSG1": "Emergency admissions, all ages", "AM1": "Children looked after away from home, at 31 July", "AM2": "Children with a developmental concern at 27 to 30 months",
		"AM4": "Adult carer support plans offered within eight weeks", "AM5": "Sickness absence of staff", "MSG4": "Bed days of delayed discharge"}
	for _, c := range []struct {
		easy       bool
		text, want string
	}{
		{true, `Fewer children have to live away from home. {{ about "MSG1" }} children do now.`, "of emergency admissions, all ages (MSG1); the words beside it are of children looked after away from home"},
		{true, `Fewer children have to live away from home. {{ about "AM1" }} children do now.`, ""},
		{true, `Some staff were off sick. The sickness absence of staff was {{ about "AM4" }}.`, "the words beside it are of sickness absence of staff"},
		{true, `Fewer people went to hospital in an emergency: {{ about "MSG1" }} times.`, ""},
		{true, `We made plans for carers. {{ about "AM4" }} got one in time.`, ""},
		{true, `Things got better. It was {{ about "AM2" }}.`, ""},
		{true, `{{ about "AM1" }} children live away from home, and {{ about "MSG1" }} people went to hospital.`, ""},
		{false, `Of those looked after away from home {{ measure "MSG1" }} children came back.`, "the words beside it are of children looked after"},
		{false, `Emergency admissions of children fell, and {{ measure "MSG1" }} children came back to their home.`, ""},
		{true, `We spent {{ about "MSG4" }}.`, "which is no money"},
		{true, `We used {{ about "MSG4" }} of our **reserves**.`, "which is no money"},
		{false, `People over 75 spent {{ measure "MSG4" }} days in hospital.`, ""},
		{false, `They spent {{ measure "MSG4" }} of their days in hospital.`, ""},
		{false, `We saw {{ measure "MSG1" }} patients at home.`, ""},
		{false, `There were {{ measure "MSG4" }} children.`, ""},
	} {
		r := inMoray("We did it.")
		r.Framework = &project.Framework{}
		for _, id := range []string{"MSG1", "AM1", "AM2", "AM4", "AM5", "MSG4"} {
			r.Framework.Measures = append(r.Framework.Measures, &project.LocalMeasure{Measure: &measures.Measure{ID: id, Title: titles[id]}})
		}
		written := yamlpos.NewText(c.text, source.Position{File: "narrative/text.yaml", Line: 2, Column: 3})
		if c.easy {
			r.Narrative.Easy.Better = written
		} else {
			r.Narrative.Reg4.Introduction = written
		}
		var found []Finding
		checkBesideReferences(r, &Pass{rule: &Rule{ID: "R0-figure", Level: Advice}, state: &state{}, findings: &found}, nil)
		var got []string
		for _, f := range found {
			got = append(got, f.Message)
		}
		if all := strings.Join(got, "\n"); c.want == "" && all != "" || !strings.Contains(all, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, all, c.want)
		}
	}
}
