package lex

import (
	"slices"

	"apr/regs/claims/language"
)

// This file takes what somebody thinks of a statement out of the sentence that makes it: "we believe",
// "I'm glad to report that", "what worries us most is that".

// ofOpinion reports whether a word can stand in such a parenthesis.
func ofOpinion(word string) bool {
	switch word {
	case "we", "i", "i'm", "we're", "us", "me", "one", "it", "it's", "am", "are", "is", "be", "been", "must", "have", "has", "had", "to", "do", "can", "should", "that", "the", "as", "of", "a", "no", "some", "in", "from", "for", "at", "by",
		"fair", "only", "very", "quite", "rather", "really", "especially", "particularly", "most", "much", "great", "little", "certain", "fact", "afraid", "right", "honest", "frank",
		"take", "takes", "taken", "give", "gives", "given", "find", "finds", "entitled", "allowed", "tempted", "inclined", "obliged", "bound", "duty", "will", "make", "makes", "come", "comes", "nobody", "nothing":
		return true
	}
	return language.Says(word) || language.Feels(word)
}

// reports reports whether a word is a verb of saying what is so, and not of thinking it: "we believe that the
// true rate is about 30" is a guess.
func reports(word string) bool {
	switch word {
	case "say", "report", "admit", "confess", "regret", "concede", "acknowledge", "add", "grant", "own", "record", "announce":
		return true
	}
	return false
}

// figureBehind reports whether there is a figure between token i and the next mark.
func figureBehind(ts []language.Token, i int) bool {
	for ; i < len(ts) && ts[i].Kind != language.MarkToken; i++ {
		if ts[i].Kind == language.NumberToken || ts[i].Kind == language.ReferenceToken {
			return true
		}
	}
	return false
}

// withoutOpinions takes opinions out of the tokens of a sentence.
func withoutOpinions(ts []language.Token) []language.Token {
	if language.CuesOf(ts)&language.CueOpinion == 0 {
		return ts
	}
	ts = withoutParentheses(ts)
	for i := 0; i < len(ts); i++ {
		first := i == 0 || ts[i-1].Kind == language.MarkToken
		if !first || ts[i].Kind != language.WordToken {
			continue
		}
		if end := opinion(ts, i); end > 0 {
			ts = slices.Delete(ts, i, end)
			i--
			continue
		}
		if i > 0 && ts[i-1].Text != ":" && ts[i-1].Text != ";" {
			continue
		}
		if end := whatTouches(ts, i); end > 0 {
			ts = slices.Delete(ts, i, end)
			i--
		} else if from, end := thatTouches(ts, i); end > 0 {
			ts = slices.Delete(ts, from, end)
			ts = slices.Delete(ts, i, i+itIs(ts, i))
		}
	}
	return ts
}

// withoutParentheses takes opinions between two commas or dashes away, with both.
func withoutParentheses(ts []language.Token) []language.Token {
	for i := 1; i < len(ts); i++ {
		if ts[i-1].Kind != language.MarkToken || ts[i].Kind != language.WordToken {
			continue
		}
		if end := opinion(ts, i); end > 0 && ts[end-1].Kind == language.MarkToken && ts[end-1].Text == ts[i-1].Text {
			ts = slices.Delete(ts, i-1, end)
		}
	}
	return ts
}

// opinion is the token behind an opinion that begins at i, 0 where none does: a parenthesis with the mark
// behind it, or what comes before "that".
func opinion(ts []language.Token, i int) int {
	switch ts[i].Text {
	case "we", "i", "i'm", "we're", "it", "it's", "as", "one":
	default:
		return 0
	}
	reported, thought := false, false
	for k := i; k < len(ts) && k < i+12; k++ {
		t := &ts[k]
		switch {
		case t.Kind == language.MarkToken && i > 0 && (t.Text == "," || t.Text == "–") && t.Text == ts[i-1].Text:
			if reported && language.Says(ts[k-1].Text) || thought && !figureBehind(ts, k+1) {
				return k + 1
			}
			return 0
		case t.Kind != language.WordToken:
			return 0
		case t.Text == "that" && reported && k > i+1:
			if k+1 < len(ts) && ts[k+1].Kind == language.MarkToken && ts[k+1].Text == "," {
				k++
			}
			return k + 1
		case !ofOpinion(t.Text):
			return 0
		}
		reported = reported || reports(t.Text) || language.Feels(t.Text)
		thought = language.Says(t.Text)
	}
	return 0
}

// whatTouches is the token behind "what worries the falls lead most is that" at i, 0 where nothing such
// stands there.
func whatTouches(ts []language.Token, i int) int {
	if ts[i].Text != "what" || i+3 >= len(ts) || !language.Touches(ts[i+1].Text) {
		return 0
	}
	for k := i + 2; k+1 < len(ts) && k < i+9 && ts[k].Kind == language.WordToken; k++ {
		if ts[k].Text == "is" && ts[k+1].Text == "that" {
			if k+2 < len(ts) && ts[k+2].Kind == language.MarkToken && ts[k+2].Text == "," {
				k++
			}
			if !ofUs(ts[i+2:k]) && slices.ContainsFunc(ts[k+2:], pointsBack) {
				return 0 // "what worries the ward most is that falls on it rose"
			}
			return k + 2
		}
	}
	return 0
}

// ofUs reports whether nobody but us has a feeling.
func ofUs(ts []language.Token) bool {
	return !language.AnyOf(ts, func(t *language.Token) bool {
		switch t.Text {
		case "us", "me", "all", "most", "particularly", "especially", ",":
			return false
		}
		return true
	})
}

// pointsBack reports whether a word stands for what was named before.
func pointsBack(t language.Token) bool {
	switch t.Text {
	case "it", "its", "they", "them", "their", "there":
		return true
	}
	return false
}

// thatTouches is where "that pleases us most" stands before a colon, in a sentence that begins at i with
// "it's"; end is 0 where it doesn't.
func thatTouches(ts []language.Token, i int) (from, end int) {
	if itIs(ts, i) == 0 {
		return 0, 0
	}
	for k := i + 1; k < len(ts) && k < i+14; k++ {
		switch t := &ts[k]; {
		case t.Kind == language.MarkToken && t.Text == ":":
			return from, k * min(from, 1)
		case t.Kind != language.WordToken:
			return 0, 0
		case from == 0 && (t.Text == "that" || t.Text == "which") && k+1 < len(ts) && language.Touches(ts[k+1].Text):
			from = k
		}
	}
	return 0, 0
}

// itIs is how many tokens "it is" has at i, 0 where it isn't there.
func itIs(ts []language.Token, i int) int {
	switch {
	case ts[i].Text == "it's":
		return 1
	case ts[i].Text == "it" && i+1 < len(ts) && ts[i+1].Text == "is":
		return 2
	}
	return 0
}
