package impossible

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
)

const (
	riseWords = `rose|risen|rises|increased|increases|grew|grown|climbed|went\s+up|gone\s+up|up`
	fallWords = `fell|fallen|falls|dropped|decreased|declined|shrank|went\s+down|gone\s+down|down`
	// measured is a figure with its pound sign, its digits or word, and its unit.
	measured = `(£?)([0-9][0-9,]*(?:\.[0-9]+)?|` + smallNumbers + `)(%|\s?per\s?cent\b|\s?million\b|\s?billion\b|m\b|bn\b|k\b)?`
	// smallNumbers are those that people write in words.
	smallNumbers = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty`
)

var (
	// moved is a movement between two figures with words between them.
	moved = lazyregexp.Lazy(`(?i)\b(?:(` + riseWords + `)|(` + fallWords + `))(?:\s+\pL+ly)?\s+from\s+(?:about\s+|around\s+|nearly\s+|almost\s+|just\s+(?:over|under)\s+)?` + measured +
		`((?:\s+(?:\pL[\pL'’-]*|20[0-9]{2}(?:[/–-][0-9]{2})?)){1,8}?)\s+to\s+(?:about\s+|around\s+|nearly\s+|almost\s+|only\s+|just\s+(?:over\s+|under\s+)?)?` + measured + `(?:\s+(\pL[\pL-]*))?`)
	// goesOn are words behind a figure that aren't what it counts.
	goesOn = wordSet(`in by at on last this the a and for over after during since with among when while but across today now as of`)
	// dividesIt makes another figure of the one before it: "4 in ten", "2 per 1,000".
	dividesIt  = lazyregexp.Lazy(`(?i)^\s*(?:per|of|out|to|or|and)\b|^\s*(?:in|for)\s+(?:every\s+)?(?:[0-9]|` + smallNumbers + `|a\b|a\s+hundred)|^\s*` + monthName + `\b`)
	twoNumbers = lazyregexp.Lazy(`(?i)\b(?:` + smallNumbers + `|hundred|thousand|a\s+half|a\s+third|a\s+quarter)\b`)
)

// turnedRound finds what rose to less, or fell to more, with words between the two figures: "rose
// from 88% in the inspection's sample to 74% in March". Those without are claims.
func turnedRound(text string) (all []Found) {
	for _, m := range moved().FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		between, behind := group(6), strings.ToLower(group(10))
		first, _, _ := strings.Cut(strings.TrimSpace(between), " ")
		rest := text[max(m[17], m[19]):]
		switch {
		case group(3) != group(7), unitOf(group(5)) != unitOf(group(9)), twoNumbers().MatchString(between):
			continue
		case unitOf(group(5)) == "" && (dividesIt().MatchString(between) || dividesIt().MatchString(rest)):
			continue
		case behind != "" && !goesOn[behind] && (behind != strings.ToLower(first) || strings.HasPrefix(rest, "-")):
			continue // two things
		}
		from, to := measureOf(group(4), group(5)), measureOf(group(8), group(9))
		rises := m[2] >= 0
		if math.IsNaN(from) || math.IsNaN(to) || from == to || to > from == rises {
			continue
		}
		verb := 2
		if !rises {
			verb = 4
		}
		all = append(all, Found{Start: m[verb], End: max(m[17], m[19]), Message: fmt.Sprintf("the text has %q, and from %s to %s is the other way", oneLine(text[m[verb]:m[verb+1]]), oneLine(group(3)+group(4)+group(5)), oneLine(group(7)+group(8)+group(9))),
			Hint: "correct the word or the figures"})
	}
	return all
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// unitOf tells shares from numbers; amounts with and without a unit are of one kind.
func unitOf(unit string) string {
	switch unit = strings.ToLower(oneLine(unit)); unit {
	case "%", "percent", "per cent":
		return "%"
	}
	return ""
}

// measureOf is the size of a figure, NaN for none.
func measureOf(digits, unit string) float64 {
	v, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		if v = float64(words[strings.ToLower(digits)]); v == 0 {
			return math.NaN()
		}
	}
	switch strings.ToLower(oneLine(unit)) {
	case "k":
		v *= 1e3
	case "m", "million":
		v *= 1e6
	case "bn", "billion":
		v *= 1e9
	}
	return v
}
