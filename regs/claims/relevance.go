package claims

import "apr/regs/claims/language"

// longestSentence is how many words a sentence may have to be read: what is longer
// isn't a sentence, and would take long.
const longestSentence = 400

// figuresOnly reports whether a sentence is rather a row of figures, such as what is
// left of a table or a chart.
func figuresOnly(ts []language.Token) bool {
	figures, words := 0, 0
	for i := range ts {
		switch ts[i].Kind {
		case language.NumberToken, language.YearToken:
			figures++
		case language.WordToken:
			words++
		}
	}
	return figures >= 5 && figures >= words
}

// worthReading reports whether anything in the tokens can carry a claim.
func worthReading(ts []language.Token) bool {
	for i := range ts {
		switch t := &ts[i]; t.Kind {
		case language.NumberToken, language.ReferenceToken:
			return true
		case language.WordToken:
			if t.Form != nil && t.Form.Carries {
				return true
			}
		}
	}
	return false
}

// quotes reports whether somebody is quoted at length.
func quotes(ts []language.Token) bool {
	open, words := false, 0
	for i := range ts {
		switch {
		case ts[i].Kind == language.MarkToken && ts[i].Text == `"`:
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
