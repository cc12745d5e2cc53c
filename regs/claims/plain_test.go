package claims

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"apr/indicators"
	"apr/regs/claims/facts"
)

// A plainSeries is an indicator as a sentence speaks of it, with its values and Scotland's from the first
// year to the last, which are all known.
type plainSeries struct {
	name          string
	plural        bool
	better        int
	values, other []facts.Value
	first         int
}

// plainNames are names that people have for indicators, and whether they are plural.
var plainNames = map[indicators.ID][]string{
	"NI12": {"the emergency admission rate", "emergency admissions+", "our rate of emergency admissions"},
	"NI13": {"the emergency bed day rate", "emergency bed days+"},
	"NI14": {"the readmission rate", "readmissions within 28 days+"},
	"NI15": {"the proportion of the last six months of life spent at home or in the community"},
	"NI16": {"the falls rate", "falls among people aged 65 and over+"},
	"NI17": {"the proportion of care services graded good or better"},
	"NI19": {"the delayed discharge rate", "days spent in hospital by people aged 75 and over who were ready to leave+"},
}

// plainSeriesOf are the indicators of a project that have all values.
func plainSeriesOf(f *facts.Facts) (all []plainSeries) {
	for _, id := range slices.Sorted(maps.Keys(plainNames)) {
		t := f.Things[slices.IndexFunc(f.Things, func(t *facts.Thing) bool { return t.ID == string(id) })]
		s := plainSeries{better: t.Better, first: f.First}
		for y := f.First; y <= f.Year; y++ {
			v, ok := f.At(t, facts.FaceValue, facts.Own, y)
			o, also := f.At(t, facts.FaceValue, facts.Scotland, y)
			if ok && also {
				s.values, s.other = append(s.values, v), append(s.other, o)
			}
		}
		if len(s.values) != f.Year-f.First+1 {
			continue
		}
		for _, name := range plainNames[id] {
			s.name, s.plural = strings.TrimSuffix(name, "+"), strings.HasSuffix(name, "+")
			all = append(all, s)
		}
	}
	return all
}

// plainSentence is a sentence about a series with one word of direction, which is the other way round
// where turned; "" where the series gives none of its form.
func plainSentence(r *rand.Rand, s plainSeries, turned bool) string {
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	last := len(s.values) - 1
	i := r.IntN(last)
	if s.values[i].Display == s.values[last].Display || s.values[last].Display == s.other[last].Display {
		return ""
	}
	up := (s.values[last].Exact.Cmp(s.values[i].Exact) > 0) != turned
	above := (s.values[last].Exact.Cmp(s.other[last].Exact) > 0) != turned
	good, ahead := up == (s.better > 0), above == (s.better > 0)
	either := func(is bool, yes, no string) string {
		if is {
			return yes
		}
		return no
	}
	number := func(plural, singular string) string { return either(s.plural, plural, singular) }
	is, was, has := number("are", "is"), number("were", "was"), number("have", "has")
	name, begins := s.name, strings.ToUpper(s.name[:1])+s.name[1:]
	year := func(i int) string { return facts.YearName(s.first + i) }
	now, scots := s.values[last].Display, s.other[last].Display
	base := pick("on ", "compared with ", "compared to ", "from ", "since ", "against ", "relative to ", "when compared with ", "in comparison with ") + year(i)
	if i == last-1 {
		base = pick(base, "on the previous year", "on last year", "compared with last year", "compared with the year before", "from the previous year")
	}
	noun := either(up, pick("a rise", "an increase"), pick("a fall", "a reduction", "a decrease", "a drop", "a decline"))
	moved := either(up, pick("risen", "increased", "gone up", "climbed"), pick("fallen", "decreased", "gone down", "dropped", "come down"))
	side := pick("the Scottish average", "the Scottish rate", "the Scotland figure", "Scotland", "Scotland as a whole", "the national rate")
	high, low := 0, 0
	for k := range s.values {
		if s.values[k].Exact.Cmp(s.values[high].Exact) > 0 {
			high = k
		}
		if s.values[k].Exact.Cmp(s.values[low].Exact) < 0 {
			low = k
		}
	}
	switch r.IntN(16) {
	case 0:
		return fmt.Sprintf("%s %s from %s in %s to %s in %s.", begins, either(up, pick("rose", "increased", "went up"), pick("fell", "decreased", "went down")), s.values[i].Display, year(i), now, year(last))
	case 1:
		return fmt.Sprintf("%s %s %s, %s %s.", begins, was, now, noun, base)
	case 2:
		return fmt.Sprintf("%s %s %s %s.", begins, number(pick("show", "represent", "saw"), pick("shows", "represents", "saw")), noun, base)
	case 3:
		return fmt.Sprintf("%s %s in %s %s.", pick("There was", "We saw", "The year saw"), noun, name, base)
	case 4:
		return fmt.Sprintf("At %s, %s %s %s %s.", now, name, is, either(up, "up", "down"), base)
	case 5:
		return fmt.Sprintf("%s %s %s %s.", begins, has, moved, base)
	case 6:
		return fmt.Sprintf("%s (%s) %s %s than in %s.", begins, now, is, either(up, "higher", "lower"), year(i))
	case 7:
		return fmt.Sprintf("%s %s %s %s (%s).", begins, pick(is, number("remain", "remains")), either(above, "above", "below"), side, scots)
	case 8:
		return fmt.Sprintf("%s, at %s, %s %s than Scotland's %s.", begins, now, is, either(above, "higher", "lower"), scots)
	case 9:
		return fmt.Sprintf("%s (%s) is %s than %s (%s).", strings.ToUpper(side[:1])+side[1:], scots, either(above, "lower", "higher"), name, now)
	case 10:
		return fmt.Sprintf("On %s we %s %s than %s.", name, pick("do", "are doing"), either(ahead, "better", "worse"), side)
	case 11:
		return fmt.Sprintf("At %s, %s %s %s %s.", now, name, number("show", "shows"), either(good, "an improvement", "a deterioration"), base)
	case 12:
		if high == 0 || high == last {
			return ""
		}
		return fmt.Sprintf("%s %s from %s in %s to a %s of %s in %s and %s %s in %s.", begins, either(!turned, "rose", "fell"), s.values[0].Display, year(0), pick("peak", "high"), s.values[high].Display, year(high), pick("stood at", "came to"), now, year(last))
	case 13:
		at, which := high, !turned
		if r.IntN(2) == 0 {
			at, which = low, turned
		}
		return fmt.Sprintf("%s %s %s in %s.", begins, was, either(which, "highest", "lowest"), year(at))
	case 14:
		return fmt.Sprintf("%s %s %s %s, at %s against %s.", begins, number("compare", "compares"), either(ahead, "favourably with", "unfavourably with"), side, now, scots)
	default:
		return fmt.Sprintf("%s of %s stood at %s, having %s %s.", pick("Our figure", "The rate"), strings.TrimPrefix(strings.TrimPrefix(name, "the rate of "), "our rate of "), now, moved, base)
	}
}

// plainTextsOf are textsOf with a sentence before the place of another and a sentence
// behind it: plain ones are told by themselves, and a paragraph on either side would be
// read again with each of thousands. Tables are left, for they have figures.
func plainTextsOf(t *testing.T, dir string) *texts {
	t.Helper()
	p := *textsOf(t, dir)
	p.texts = maps.Clone(p.texts)
	for name, text := range p.texts {
		first, behind, _ := strings.Cut(text.Markdown, "\n\n")
		if strings.Contains(text.Markdown, "\n|") {
			continue
		}
		text.Markdown = firstSentence(first) + "\n\n" + firstSentence(behind)
		p.texts[name] = text
	}
	return &p
}

// firstSentence is a paragraph up to where a line or blank follows a full stop.
func firstSentence(paragraph string) string {
	if at := fullStop.FindStringIndex(paragraph); at != nil {
		return paragraph[:at[0]+1]
	}
	return paragraph
}

var fullStop = regexp.MustCompile(`\.\s`)

// readEach reads each of the sentences that next makes, "" for none, in a text of a project by itself, and counts
// those with a claim contradicted, and of the others those with one confirmed. No true one may be contradicted.
func (p *texts) readEach(t *testing.T, place string, rounds int, turned bool, next func() string) (tried, confirmed, contradicted int) {
	t.Helper()
	for range rounds {
		sentence := next()
		if sentence == "" {
			continue
		}
		claims, ok := p.with(place, sentence)
		if !ok {
			t.Fatal("there is no text to read it in")
		}
		tried++
		if i := slices.IndexFunc(claims, func(c *Claim) bool { return c.Verdict == Contradicted }); i >= 0 {
			contradicted++
			if !turned {
				t.Errorf("%s: contradicted: %s: %s", p.facts.Authority, sentence, claims[i].Message)
			}
			continue
		}
		if someAre(claims, Confirmed) {
			confirmed++
		}
		if turned && testing.Verbose() {
			t.Logf("%s: not found: %s", p.facts.Authority, sentence)
		}
	}
	t.Logf("%s, turned %t: %d sentences: %d confirmed, %d contradicted", p.facts.Authority, turned, tried, confirmed, contradicted)
	return tried, confirmed, contradicted
}

// readJoined reads sentences of two true ones joined, of which hardly any may be contradicted: one in so many.
func (p *texts) readJoined(t *testing.T, place string, rounds, oneIn int, next func() string) {
	t.Helper()
	tried, wrong := 0, 0
	for range rounds {
		sentence := next()
		if sentence == "" {
			continue
		}
		claims, _ := p.with(place, sentence)
		tried++
		if i := slices.IndexFunc(claims, func(c *Claim) bool { return c.Verdict == Contradicted }); i >= 0 {
			wrong++
			t.Logf("%s: %s: %s", p.facts.Authority, sentence, claims[i].Message)
		}
	}
	t.Logf("%s: %d of %d contradicted", p.facts.Authority, wrong, tried)
	if wrong > tried/oneIn {
		t.Errorf("%s: %d of %d true sentences are contradicted; at most one in %d may be", p.facts.Authority, wrong, tried, oneIn)
	}
}

// TestJoinedSentences: two plain sentences, joined into one by a conjunction or not, are hardly ever
// contradicted.
func TestJoinedSentences(t *testing.T) {
	rounds := 800
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		series := plainSeriesOf(p.facts)
		r := rand.New(rand.NewPCG(27, uint64(len(dir))))
		p.readJoined(t, "regulation-3/outcomes[1].assessment", rounds, 200, func() string {
			a, b := plainSentence(r, series[r.IntN(len(series))], false), plainSentence(r, series[r.IntN(len(series))], false)
			if a == "" || b == "" {
				return ""
			}
			joint := []string{", while ", ", and ", "; ", ", whereas ", ", but ", ". "}[r.IntN(6)]
			if joint != ". " && !strings.HasPrefix(b, "Scotland") {
				b = strings.ToLower(b[:1]) + b[1:]
			}
			return strings.TrimSuffix(a, ".") + joint + b
		})
	}
}

// TestPlainSentences: plain sentences with the data's own figures, in many combinations of words, are
// never contradicted; with their word of direction turned round, most are.
func TestPlainSentences(t *testing.T) {
	rounds := 1500
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		series := plainSeriesOf(p.facts)
		if len(series) < 6 {
			t.Fatalf("%s: %d series have all values", dir, len(series))
		}
		for _, turned := range []bool{false, true} {
			r := rand.New(rand.NewPCG(26, uint64(len(dir))))
			tried, confirmed, contradicted := p.readEach(t, "regulation-3/outcomes[1].assessment", rounds, turned, func() string {
				return plainSentence(r, series[r.IntN(len(series))], turned)
			})
			if !turned && confirmed < tried*8/10 || turned && contradicted < tried*8/10 {
				t.Errorf("%s, turned %v: of %d sentences %d are confirmed and %d contradicted; at least eight in ten should be", dir, turned, tried, confirmed, contradicted)
			}
		}
	}
}
