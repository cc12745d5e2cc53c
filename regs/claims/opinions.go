package claims

import "slices"

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
	return says(word) || feels(word)
}

// says reports whether a word is a verb of saying or thinking, but for those of wishes.
func says(word string) bool {
	switch word {
	case "say", "report", "admit", "confess", "believe", "suspect", "imagine", "reckon", "think", "fear", "feared", "regret", "concede", "acknowledge", "add", "suppose", "know", "knew", "feel", "grant", "own", "record", "announce":
		return true
	}
	return false
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
func figureBehind(ts []token, i int) bool {
	for ; i < len(ts) && ts[i].kind != markToken; i++ {
		if ts[i].kind == numberToken || ts[i].kind == referenceToken {
			return true
		}
	}
	return false
}

// feels reports whether a word names a feeling.
func feels(word string) bool {
	switch word {
	case "glad", "pleased", "pleasing", "delighted", "happy", "sorry", "sad", "proud", "relieved", "heartened", "encouraged", "disappointed", "ashamed", "worried", "surprised",
		"pleasure", "satisfaction", "comfort", "heart", "pride", "relief", "regret", "joy", "encouragement", "disappointment", "pause", "surprise", "secret":
		return true
	}
	return false
}

// touches reports whether a word is a verb of what gives somebody a feeling.
func touches(word string) bool {
	switch word {
	case "worries", "worry", "troubles", "trouble", "concerns", "pleases", "please", "delights", "disappoints", "saddens", "encourages", "heartens", "cheers", "gladdens", "bothers", "strikes", "surprises", "vexes", "gives":
		return true
	}
	return false
}

// withoutOpinions takes opinions out of the tokens of a sentence.
func withoutOpinions(ts []token) []token {
	if cuesIn(ts)&cueOpinion == 0 {
		return ts
	}
	ts = withoutParentheses(ts)
	for i := 0; i < len(ts); i++ {
		first := i == 0 || ts[i-1].kind == markToken
		if !first || ts[i].kind != wordToken {
			continue
		}
		if end := opinion(ts, i); end > 0 {
			ts = slices.Delete(ts, i, end)
			i--
			continue
		}
		if i > 0 && ts[i-1].text != ":" && ts[i-1].text != ";" {
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
func withoutParentheses(ts []token) []token {
	for i := 1; i < len(ts); i++ {
		if ts[i-1].kind != markToken || ts[i].kind != wordToken {
			continue
		}
		if end := opinion(ts, i); end > 0 && ts[end-1].kind == markToken && ts[end-1].text == ts[i-1].text {
			ts = slices.Delete(ts, i-1, end)
		}
	}
	return ts
}

// opinion is the token behind an opinion that begins at i, 0 where none does: a parenthesis with the mark
// behind it, or what comes before "that".
func opinion(ts []token, i int) int {
	switch ts[i].text {
	case "we", "i", "i'm", "we're", "it", "it's", "as", "one":
	default:
		return 0
	}
	reported, thought := false, false
	for k := i; k < len(ts) && k < i+12; k++ {
		t := &ts[k]
		switch {
		case t.kind == markToken && i > 0 && (t.text == "," || t.text == "–") && t.text == ts[i-1].text:
			if reported && says(ts[k-1].text) || thought && !figureBehind(ts, k+1) {
				return k + 1
			}
			return 0
		case t.kind != wordToken:
			return 0
		case t.text == "that" && reported && k > i+1:
			if k+1 < len(ts) && ts[k+1].kind == markToken && ts[k+1].text == "," {
				k++
			}
			return k + 1
		case !ofOpinion(t.text):
			return 0
		}
		reported = reported || reports(t.text) || feels(t.text)
		thought = says(t.text)
	}
	return 0
}

// whatTouches is the token behind "what worries the falls lead most is that" at i, 0 where nothing such
// stands there.
func whatTouches(ts []token, i int) int {
	if ts[i].text != "what" || i+3 >= len(ts) || !touches(ts[i+1].text) {
		return 0
	}
	for k := i + 2; k+1 < len(ts) && k < i+9 && ts[k].kind == wordToken; k++ {
		if ts[k].text == "is" && ts[k+1].text == "that" {
			if k+2 < len(ts) && ts[k+2].kind == markToken && ts[k+2].text == "," {
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
func ofUs(ts []token) bool {
	return !anyOf(ts, func(t *token) bool {
		switch t.text {
		case "us", "me", "all", "most", "particularly", "especially", ",":
			return false
		}
		return true
	})
}

// pointsBack reports whether a word stands for what was named before.
func pointsBack(t token) bool {
	switch t.text {
	case "it", "its", "they", "them", "their", "there":
		return true
	}
	return false
}

// thatTouches is where "that pleases us most" stands before a colon, in a sentence that begins at i with
// "it's"; end is 0 where it doesn't.
func thatTouches(ts []token, i int) (from, end int) {
	if itIs(ts, i) == 0 {
		return 0, 0
	}
	for k := i + 1; k < len(ts) && k < i+14; k++ {
		switch t := &ts[k]; {
		case t.kind == markToken && t.text == ":":
			return from, k * min(from, 1)
		case t.kind != wordToken:
			return 0, 0
		case from == 0 && (t.text == "that" || t.text == "which") && k+1 < len(ts) && touches(ts[k+1].text):
			from = k
		}
	}
	return 0, 0
}

// itIs is how many tokens "it is" has at i, 0 where it isn't there.
func itIs(ts []token, i int) int {
	switch {
	case ts[i].text == "it's":
		return 1
	case ts[i].text == "it" && i+1 < len(ts) && ts[i+1].text == "is":
		return 2
	}
	return 0
}
