package claims

import "slices"

// withoutFrame takes away what only tells readers to take note: "Members should note that …".
func withoutFrame(ts []token) []token {
	if len(ts) > 2 && ts[0].text == "overall" && ts[1].text == "," {
		return slices.Delete(ts, 0, 2)
	}
	noted := false
	for i := range ts {
		t := &ts[i]
		if t.kind != wordToken || i > 10 {
			return ts
		}
		switch t.text {
		case "note", "noting", "noted":
			noted = true
		case "that":
			if noted {
				return slices.Delete(ts, 0, i+1)
			}
			return ts
		case "members", "councillors", "readers", "board", "committee", "partners", "the", "it", "we", "i", "should", "may", "will", "must", "can", "would", "wish", "like", "to", "are", "is", "be", "asked", "invited", "worth", "also", "please", "important", "again":
		default:
			return ts
		}
	}
	return ts
}
