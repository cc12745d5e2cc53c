package evidence

import (
	"strings"
	"unicode"
)

// Copy is a text that is the same as an earlier one, or nearly so, by their
// places in the list that was compared.
type Copy struct{ Text, Of int }

// How alike two texts have to be: leastWords in each, and of their runs of three
// words most in common; or all but a few of the shorter one's in the longer.
const (
	leastWords    = 4
	copyRun       = 3
	mostlyAlike   = 50 // per cent of all
	nearlyWithin  = 85 // per cent of the shorter
	leastForParts = 12 // runs of the shorter
	short         = 8  // runs; of a text that is shorter nearly all have to be the other's
	allButAlike   = 75 // per cent
)

// Copies finds texts that are copies of earlier ones. Names and numbers are left
// out, for they are what somebody changes in a copy. Each copy is reported once, of
// the text that it is most like.
func Copies(markdown []string) []Copy {
	runs := newRuns()
	texts := make([]int, len(markdown)) // how many runs each has
	var all []Copy
	shared := make([]int, len(markdown)) // with each earlier text
	for i, m := range markdown {
		clear(shared)
		texts[i] = runs.add(common(m), i, shared)
		best, most := -1, 0
		for j := range i {
			if n := shared[j]; alike(n, texts[i], texts[j]) && n > most {
				best, most = j, n
			}
		}
		if best >= 0 {
			all = append(all, Copy{i, best})
		}
	}
	return all
}

// runs are the runs of copyRun words of texts, and the texts that each is in. Words are
// numbers, for there are as many runs as words, and most texts share none.
type runs struct {
	words map[string]int32
	last  map[[copyRun]int32]int32 // how many of in there were, with the last text of each run
	in    []inText
}

// inText is a text that a run is in, and where in the list the one before is, counted from 1.
type inText struct{ text, before int32 }

func newRuns() *runs { return &runs{words: map[string]int32{}, last: map[[copyRun]int32]int32{}} }

// add takes in the words of a text, counts in shared for each earlier text the runs that
// both have, and returns how many there are in it.
func (r *runs) add(words []string, text int, shared []int) int {
	if len(words) < leastWords {
		return 0
	}
	numbers := make([]int32, len(words))
	for i, w := range words {
		n, known := r.words[w]
		if !known {
			n = int32(len(r.words))
			r.words[w] = n
		}
		numbers[i] = n
	}
	before := len(r.in)
	for i := 0; i+copyRun <= len(numbers); i++ {
		run := [copyRun]int32(numbers[i : i+copyRun])
		last := r.last[run]
		if last > int32(before) {
			continue // it is in the text twice
		}
		for n := last; n > 0; n = r.in[n-1].before {
			shared[r.in[n-1].text]++
		}
		r.in = append(r.in, inText{int32(text), last})
		r.last[run] = int32(len(r.in))
	}
	return len(r.in) - before
}

func alike(shared, a, b int) bool {
	least := min(a, b)
	if least < short {
		return 100*shared >= allButAlike*(a+b-shared)
	}
	return shared > 0 && (100*shared >= mostlyAlike*(a+b-shared) || least >= leastForParts && 100*shared >= nearlyWithin*least)
}

// common are the words of a text except for names, numbers and references.
func common(markdown string) []string {
	s := withoutComments(markdown)
	if strings.Contains(s, "{{") {
		s = reference().ReplaceAllString(s, " ")
	}
	s = withoutHeadings(s)
	if hasAddress(s) {
		s = bareAddress().ReplaceAllString(s, " ")
	}
	var words []string
	for _, one := range sentences(s) {
		for i, w := range plainWords(one) {
			if isNumber(w) || strings.ContainsFunc(w, unicode.IsDigit) || i > 0 && unicode.IsUpper([]rune(w)[0]) || isRoman(w) {
				continue
			}
			words = append(words, strings.ToLower(w))
		}
	}
	return words
}

// isMark reports whether a word is the mark of a paragraph, a version or a part: b, ii,
// v2.
func isMark(w string) bool {
	w = strings.ToLower(w)
	if rest, found := strings.CutPrefix(w, "v"); found && isNumber(rest) {
		return true
	}
	return len(w) == 1 || strings.Trim(w, "ivx") == ""
}

// isRoman reports whether a word is a small Roman numeral, as of a principle.
func isRoman(w string) bool {
	return w != "" && w != "i" && w != "mix" && strings.Trim(w, "ivx") == "" || len(w) == 1 && w != "a" && w != "I"
}
