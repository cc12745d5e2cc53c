package claims

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"apr/regs/claims/facts"
)

var digitsOf = regexp.MustCompile(`\d[\d,]*(?:\.\d+)?`)

// opposite are words of direction and comparison with their opposites.
var opposite = map[string]string{"rose": "fell", "fell": "rose", "increased": "decreased", "decreased": "increased", "fall": "rise", "rise": "fall",
	"fallen": "risen", "risen": "fallen", "improved": "worsened", "worsened": "improved", "more than": "less than", "less than": "more than", "above": "below", "below": "above",
	"higher than": "lower than", "lower than": "higher than", "reduction": "increase", "increase": "reduction", "fewer": "more", "more": "fewer", "dropped": "climbed",
	"worse than": "better than", "better than": "worse than", "overspent": "underspent", "underspent": "overspent", "overspend": "underspend", "lowest": "highest", "highest": "lowest",
	"well below": "well above", "slightly lower than": "slightly higher than", "exceed": "fall below", "remains below": "remains above"}

// inSentence is the part of a sentence that a claim points to.
func inSentenceAt(c *Claim, column int, s string) (start, end int) {
	offset := func(col int) int {
		n := col - column
		for i := range s {
			if n == 0 {
				return i
			}
			n--
		}
		return len(s)
	}
	return offset(c.At.Column), offset(c.AtEnd.Column)
}

// another is a figure written as the first is, and clearly another.
func another(s string) string {
	plain := strings.ReplaceAll(s, ",", "")
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return s
	}
	_, frac, _ := strings.Cut(plain, ".")
	out := strconv.FormatFloat(v*1.17+map[bool]float64{true: 1, false: 0}[v < 6 && frac == ""], 'f', len(frac), 64)
	if strings.Contains(s, ",") {
		whole, f, found := strings.Cut(out, ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		if out = whole; found {
			out += "." + f
		}
	}
	return out
}

// TestMutations takes each right sentence, changes the figure or the word that a
// confirmed claim rests on, and expects a finding; and each wrong one, puts the
// figure that the data have in its place, and expects none.
func TestMutations(t *testing.T) {
	var worse, better score
	for _, set := range []struct{ dir, file string }{{"../../examples/carrickmoor", "carrickmoor.tsv"}, {second(t), "second.tsv"}, {"../../examples/carrickmoor", "more.tsv"}} {
		p := textsOf(t, set.dir)
		for _, l := range corpus(t, "testdata/"+set.file) {
			claims, _ := p.with(l.place, l.sentence)
			if len(claims) == 0 {
				continue
			}
			column := p.texts[strings.Replace(l.place, "/", ".", 1)].Position.Column
			contradicted := func(s string) bool {
				got, _ := p.with(l.place, s)
				return someAre(got, Contradicted)
			}
			wrong := 0
			for _, c := range claims {
				if c.Verdict == Contradicted {
					wrong++
				}
			}
			for _, c := range claims {
				start, end := inSentenceAt(c, column, l.sentence)
				part := l.sentence[start:end]
				switch {
				case !l.wrong && c.Verdict == Confirmed && c.Quantity != nil && c.Quantity.Low != nil && c.Quantity.High != nil && !strings.Contains(part, "{{") && digitsOf.MatchString(part) && c.Measure != saysArithmetic:
					at := digitsOf.FindStringIndex(part)
					s := l.sentence[:start] + part[:at[0]] + another(part[at[0]:at[1]]) + part[at[1]:] + l.sentence[end:]
					worse.wrong++
					if contradicted(s) {
						worse.found++
					} else {
						t.Logf("not found: %s", s)
					}
				case !l.wrong && c.Verdict == Confirmed && c.Quantity == nil && opposite[strings.ToLower(part)] != "" && !c.Negated && c.Measure != saysReference && !strings.Contains(l.sentence, "no "):
					s := l.sentence[:start] + opposite[strings.ToLower(part)] + l.sentence[end:]
					worse.wrong++
					if contradicted(s) {
						worse.found++
					} else {
						t.Logf("not found: %s", s)
					}
				case wrong == 1 && strings.HasPrefix(strings.TrimPrefix(part, "£"), digitsOf.FindString(part)) && c.Verdict == Contradicted && (c.Measure == saysValue || c.Measure == saysShare) && digitsOf.MatchString(part) && digitsOf.MatchString(c.Expected) && strings.Contains(part, "m") == strings.Contains(c.Expected, "m"):
					at := digitsOf.FindStringIndex(part)
					if strings.Count(l.sentence, "%") > 1 || c.Quantity.Low == nil || c.Quantity.High == nil {
						continue
					}
					s := l.sentence[:start] + part[:at[0]] + digitsOf.FindString(c.Expected) + part[at[1]:] + l.sentence[end:]
					better.right++
					if contradicted(s) {
						better.against++
						t.Logf("still found: %s", s)
					}
				}
			}
		}
	}
	t.Logf("of %d mutations of true claims %d are found (%.0f%%); of %d mended ones %d still are", worse.wrong, worse.found, 100*ratio(worse.found, worse.wrong), better.right, better.against)
	if worse.wrong < 100 || ratio(worse.found, worse.wrong) < 0.9 || better.right < 30 || better.against > better.right/20 {
		t.Errorf("too few: %+v %+v", worse, better)
	}
}

// everyName is how reports may speak of each indicator.
var everyName = map[string][]string{
	"NI11": {"premature mortality", "the premature mortality rate"}, "NI12": {"emergency admissions", "the rate of unplanned admissions", "NI 12"},
	"NI13": {"emergency bed days", "unscheduled bed days", "national indicator 13"}, "NI14": {"readmissions", "the 28-day readmission rate"},
	"NI16": {"the falls rate", "the rate of falls"}, "NI19": {"delayed discharges", "bed days lost to delayed discharge"},
	"NI17": {"the share of care services graded good or better", "NI-17"}, "NI3": {"the share of adults supported at home who had a say in their care"},
	"NI6": {"the proportion with a positive experience of their GP practice"}, "NI8": {"the percentage of carers who feel supported"},
	"NI9": {"the proportion of adults supported at home who felt safe"}, "NI4": {"the share who felt that services were well co-ordinated"},
	"NI15": {"the share of the last six months of life spent at home"},
}

// TestEveryIndicator makes sentences from the data of both projects, right and
// wrong, in which every indicator takes its turn: nothing may be fitted to one.
func TestEveryIndicator(t *testing.T) {
	var all score
	for _, dir := range []string{"../../examples/carrickmoor", second(t)} {
		p := textsOf(t, dir)
		f := p.facts
		hold := func(wrong bool, format string, args ...any) {
			s := fmt.Sprintf(format, args...)
			r, n := utf8.DecodeRuneInString(s)
			s = strings.ToUpper(string(r)) + s[n:]
			claims, _ := p.with("regulation-3/outcomes[1].assessment", s)
			found := someAre(claims, Contradicted)
			switch {
			case wrong && found:
				all.wrong, all.found = all.wrong+1, all.found+1
			case wrong:
				all.wrong++
				t.Logf("not found: %s", s)
			case found:
				all.right, all.against = all.right+1, all.against+1
				t.Errorf("false: %s: %s", s, claims[0].Message)
			default:
				all.right++
			}
		}
		for _, th := range f.Things {
			for _, name := range everyName[th.ID] {
				at := f.Newest(th, facts.FaceValue, facts.Own)
				base := f.Before(th, facts.FaceValue, facts.Own, at)
				if at == 0 || base == 0 {
					continue
				}
				v, _ := f.At(th, facts.FaceValue, facts.Own, at)
				b, _ := f.At(th, facts.FaceValue, facts.Own, base)
				s, _ := f.At(th, facts.FaceValue, facts.Scotland, at)
				year := facts.YearName(at)
				off := another(digitsOf.FindString(v.Display))
				unit := strings.TrimPrefix(v.Display, digitsOf.FindString(v.Display))
				hold(false, "In %s %s stood at %s.", year, name, v.Display)
				hold(true, "In %s %s stood at %s%s.", year, name, off, unit)
				hold(false, "%s went from %s in %s to %s in %s.", name, b.Display, facts.YearName(base), v.Display, year)
				if !facts.SameShown(v, b) {
					hold(true, "%s went from %s in %s to %s in %s.", name, v.Display, facts.YearName(base), b.Display, year)
					up, down := "rose", "fell"
					if v.Exact.Cmp(b.Exact) < 0 {
						up, down = down, up
					}
					hold(false, "%s %s between %s and %s.", name, up, facts.YearName(base), year)
					hold(true, "%s %s between %s and %s.", name, down, facts.YearName(base), year)
					if at == f.Year {
						hold(false, "%s %s to %s.", name, up, v.Display)
						hold(true, "%s %s to %s.", name, down, v.Display)
					}
				}
				if s.Exact != nil && !facts.SameShown(v, s) {
					above, below := "above", "below"
					if v.Exact.Cmp(s.Exact) < 0 {
						above, below = below, above
					}
					hold(false, "%s was %s the Scottish average of %s.", name, above, s.Display)
					hold(true, "%s was %s the Scottish average of %s.", name, below, s.Display)
					hold(true, "%s was %s the Scottish average of %s%s.", name, above, another(digitsOf.FindString(s.Display)), unit)
				}
			}
		}
	}
	t.Logf("all: %s", all)
	if ratio(all.found, all.wrong) < 0.9 || all.wrong < 150 {
		t.Errorf("%s", all)
	}
}
