package claims

// This file has the words around a statement that say how it hangs together with those before
// it.

// setsBeside makes "when" at i a conjunction where another place is named right behind it:
// "77.1% felt safe, when for Scotland as a whole it is 74.3%".
func setsBeside(items []item, i int) {
	if i == 0 || items[i].class != isAside || items[i].text != "when" {
		return
	}
	for k := i + 1; k < len(items); k++ {
		switch {
		case items[k].class == isArea:
			if items[k].area != own && !isLocality(items[k].area) {
				items[i].entry = entry{class: isBreak, word: "but"}
			}
			return
		case items[k].class != isPlain && items[k].role != "in":
			return
		}
	}
}

// whichHas are verbs behind "which" that give a figure of the place before it.
var whichHas = []string{"has", "had", "have", "recorded", "scored", "reported", "managed"}

// ofPlaceBefore is the place that the clause before compared with, where "which has" goes on with
// it: "than across Scotland, which has 33.6%". "" else.
func (c *clause) ofPlaceBefore() string {
	if c.lead != "which" || c.beside == "" || c.beside == own || len(c.items) == 0 || len(c.subjects) > 0 {
		return ""
	}
	for _, w := range whichHas {
		if c.items[0].text == w {
			return c.beside
		}
	}
	return ""
}

// becoming makes a movement of the comparative at i where something became so: "has become
// commoner".
func becoming(items []item, i int) {
	if items[i].class != isMove || !items[i].adj || items[i].judge || items[i].text == "more" || items[i].text == "less" {
		return
	}
	for k := i - 1; k >= 0 && items[k].class == isPlain; k-- {
		switch items[k].text {
		case "become", "became", "becomes", "becoming", "grown", "got":
			items[i].adj = false
			return
		}
	}
}
