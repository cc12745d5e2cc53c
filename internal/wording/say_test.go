package wording

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

func inEnglish(english string, values ...any) string { return Fill(english, english, values...) }

// In English the ways of languages give what English functions give.
func TestSayInEnglish(t *testing.T) {
	say := Say(inEnglish)
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
	for n, want := range map[int]string{0: "no", 1: "one", 9: "nine", 10: "10", -1: "-1"} {
		if got := say.Number(n); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

// Every word that is built has a row.
func TestSayHasRows(t *testing.T) {
	rows := Rows()
	say := Say(func(english string, values ...any) string {
		if !slices.Contains(rows, english) {
			t.Errorf("%q is no row", english)
		}
		return "«" + inEnglish(english, values...) + "»"
	})
	for m := time.January; m <= time.December; m++ {
		day := time.Date(2025, m, 1, 0, 0, 0, 0, time.UTC)
		if got, want := say.Day(day), fmt.Sprintf("«1 «%s» 2025»", m); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
		say.Months(day, day.AddDate(1, 0, 0))
	}
	for n := range 12 {
		say.Number(n)
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
		if ok && inEnglish(row, values...) != text {
			t.Errorf("%q comes back as %q", text, inEnglish(row, values...))
		}
	}
}
