package claims

// longestSentence is how many words a sentence may have to be read: what is longer
// isn't a sentence, and would take long.
const longestSentence = 400

// figuresOnly reports whether a sentence is rather a row of figures, such as what is
// left of a table or a chart.
func figuresOnly(ts []token) bool {
	figures, words := 0, 0
	for i := range ts {
		switch ts[i].kind {
		case numberToken, yearToken:
			figures++
		case wordToken:
			words++
		}
	}
	return figures >= 5 && figures >= words
}

// worthReading reports whether anything in the tokens can carry a claim.
func worthReading(ts []token) bool {
	for i := range ts {
		switch t := &ts[i]; t.kind {
		case numberToken, referenceToken:
			return true
		case wordToken:
			if t.form != nil && t.form.carries {
				return true
			}
		}
	}
	return false
}

// carries reports whether what an entry says can carry a claim.
func (e *entry) carries() bool {
	switch e.class {
	case isMove, isStable, isTimes, isBeside, isExtreme, isRank, isMet, isStatus, isMiddle:
		return true
	case isFace:
		return e.face == variance || e.face == spend || e.face == target
	}
	return false
}

// quotes reports whether somebody is quoted at length.
func quotes(ts []token) bool {
	open, words := false, 0
	for i := range ts {
		switch {
		case ts[i].kind == markToken && ts[i].text == `"`:
			if open && words >= 2 {
				return true
			}
			open, words = !open, 0
		case open:
			words++
		}
	}
	return false
}
