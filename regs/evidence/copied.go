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
	texts := make([]map[string]bool, len(markdown))
	in := map[string][]int{}
	for i, m := range markdown {
		texts[i] = map[string]bool{}
		words := common(m)
		if len(words) < leastWords {
			continue
		}
		for _, s := range shingles(words, copyRun) {
			if !texts[i][s] {
				texts[i][s] = true
				in[s] = append(in[s], i)
			}
		}
	}
	var all []Copy
	for i := range texts {
		shared := map[int]int{}
		for s := range texts[i] {
			for _, j := range in[s] {
				if j < i {
					shared[j]++
				}
			}
		}
		best, most := -1, 0
		for j := range i {
			if n := shared[j]; alike(n, len(texts[i]), len(texts[j])) && n > most {
				best, most = j, n
			}
		}
		if best >= 0 {
			all = append(all, Copy{i, best})
		}
	}
	return all
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
