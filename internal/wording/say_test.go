package wording

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// In English the ways of languages give what English functions give.
func TestSayInEnglish(t *testing.T) {
	say := Say(InEnglish)
	for n := range 5 {
		words := strings.Split("a b c d e", " ")[:n]
		if got, want := say.List(words), List(words); got != want {
			t.Errorf("a list is %q; want %q", got, want)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		first := time.Date(2000+random.IntN(40), time.Month(1+random.IntN(12)), 1+random.IntN(28), 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1+random.IntN(14), 0)
		want := first.Format("Jan 2006") + " to " + last.Format("Jan 2006")
		if first.Year() == last.Year() {
			want = first.Format("Jan") + " to " + last.Format("Jan 2006")
		}
		for want, got := range map[string]string{
			first.Format("2 January 2006"): say.Day(first), first.Format("January 2006"): say.Month(first), want: say.Months(first, last),
		} {
			if got != want {
				t.Errorf("got %q; want %q", got, want)
			}
		}
	}
	for n, want := range map[int]string{0: "no things", 1: "one thing", 9: "nine things", 10: "10 things", -1: "-1 things"} {
		if got := say.Count(n, "{number} thing", "{number} things"); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

// Every word that is built has a row.
func TestSayHasRows(t *testing.T) {
	rows := Rows()
	say := Say(func(english string, values ...any) string {
		if !slices.Contains(rows, english) && !strings.Contains(english, "thing") {
			t.Errorf("%q is no row", english)
		}
		return "«" + InEnglish(english, values...) + "»"
	})
	for m := time.January; m <= time.December; m++ {
		day := time.Date(2025, m, 1, 0, 0, 0, 0, time.UTC)
		if got, want := say.Day(day), fmt.Sprintf("«1 «%s» 2025»", m); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
		say.Months(day, day.AddDate(1, 0, 0))
	}
	for n := range 12 {
		say.Count(n, "{number} thing", "{number} things")
	}
	if got, want := say.List([]string{"a", "b", "c"}), "««a, b» and c»"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestMatch(t *testing.T) {
	rows := []string{"The release of {month}.", "{a} and {b}, {c}"}
	for text, want := range map[string]string{
		"The release of July 2026.": "July 2026", "The release of .": "", "x and y, z": "x y z", "x and y and z, w": "x y and z w", "x": "", "": "",
	} {
		row, values, ok := Match(text, rows)
		if got := strings.TrimSpace(fmt.Sprintln(values...)); ok != (want != "") || got != want && ok {
			t.Errorf("%q is %q with %q", text, row, values)
		}
		if ok && InEnglish(row, values...) != text {
			t.Errorf("%q comes back as %q", text, InEnglish(row, values...))
		}
	}
}
