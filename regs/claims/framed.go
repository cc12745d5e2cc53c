package claims

import (
	"slices"

	"apr/regs/claims/language"
)

// withoutFrame takes away what only tells readers to take note: "Members should note that …".
func withoutFrame(ts []language.Token) []language.Token {
	if n := openingIn(ts); n > 0 {
		return slices.Delete(ts, 0, n)
	}
	noted := false
	for i := range ts {
		t := &ts[i]
		if t.Kind != language.WordToken || i > 10 {
			return ts
		}
		switch t.Text {
		case "note", "noting", "noted":
			noted = true
		case "show", "shows", "showed", "confirm", "confirms", "confirmed":
			noted = i > 0
		case "that":
			if noted {
				return slices.Delete(ts, 0, i+1)
			}
			return ts
		case "accounts", "figures", "table", "tables", "ledgers", "chart", "our", "members", "councillors", "readers", "board", "committee", "partners", "the", "it", "we", "i", "should", "may", "will", "must", "can", "would", "wish", "like", "to", "are", "is", "be", "asked", "invited", "worth", "also", "please", "important", "again":
		default:
			return ts
		}
	}
	return ts
}

// openingWords stand before a comma at the beginning of a sentence and change nothing of what it says.
var openingWords = [...][]string{{"overall"}, {"in", "short"}, {"in", "brief"}, {"in", "sum"}, {"in", "summary"}, {"put", "simply"}, {"put", "plainly"}, {"to", "sum", "up"}, {"looking", "at", "the", "money"},
	{"looking", "at", "our", "finances"}, {"financially"}, {"on", "the", "money"}, {"on", "finance"}, {"for", "the", "record"}, {"by", "partner"}, {"against", "target"}, {"against", "targets"}}

// openingIn is how many tokens such words and the comma behind them take, 0 where none open the sentence.
func openingIn(ts []language.Token) int {
	if len(ts) < 3 || ts[0].Kind != language.WordToken {
		return 0
	}
openings:
	for _, words := range openingWords {
		n := len(words)
		if ts[0].Text != words[0] || n+1 >= len(ts) || ts[n].Kind != language.MarkToken || ts[n].Text != "," {
			continue
		}
		for k, word := range words {
			if ts[k].Kind != language.WordToken || ts[k].Text != word {
				continue openings
			}
		}
		return n + 1
	}
	return 0
}
