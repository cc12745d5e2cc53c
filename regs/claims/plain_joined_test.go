package claims

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestJoinedKinds: a plain sentence of one kind joined with one of another, an amount with an indicator or a
// local measure with a count of commitments, is hardly ever contradicted.
func TestJoinedKinds(t *testing.T) {
	rounds := 1600
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		r := rand.New(rand.NewPCG(31, uint64(len(dir))))
		money, measures, series := plainMoneyOf(p.facts), plainMeasuresOf(p.facts), plainSeriesOf(p.facts)
		money.r = r
		kinds := []func() string{
			func() string { return money.sentence(false) },
			func() string { return measureSentence(r, measures[r.IntN(len(measures))], false) },
			func() string { return plainSentence(r, series[r.IntN(len(series))], false) },
			func() string { return p.inPlainWords(r, true) },
			func() string { return factSentence(r, p.facts, p.reader.tallies.Of("commitments", ""), false) },
		}
		p.readJoined(t, "regulation-10.sections[0].text", rounds, 100, func() string {
			one := r.IntN(len(kinds))
			a, b := kinds[one](), kinds[(one+1+r.IntN(len(kinds)-1))%len(kinds)]()
			if a == "" || b == "" {
				return ""
			}
			joint := []string{", while ", ", and ", "; ", ", whereas ", ", but ", ". "}[r.IntN(6)]
			first, _, _ := strings.Cut(b, " ")
			if joint != ". " && first != "NHS" && !strings.HasPrefix(b, "Scotland") && !areaNamed(p.facts, first) && !strings.HasPrefix(p.facts.Authority, first) {
				b = strings.ToLower(b[:1]) + b[1:]
			}
			return strings.ToUpper(a[:1]) + strings.TrimSuffix(a[1:], ".") + joint + b
		})
	}
}
