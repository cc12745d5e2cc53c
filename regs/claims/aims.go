package claims

// This file has ways to speak of targets that take more than a word.

// beyondTarget makes "over" and the like at i compare with a target that is named behind them:
// "three weeks beyond the target", "two over the 114 that we had aimed for".
func beyondTarget(items []item, i int) {
	n := 0
	switch items[i].text {
	case "outside":
		if outsideTarget(items, i) {
			items[i].entry = entry{class: isMet, n: -1, word: "outside"}
		}
		return
	case "over", "beyond", "past":
		n = 1
	case "under":
		n = -1
	}
	if n == 0 || items[i].class == isBeside || !behindFigure(items, i) {
		return
	}
	for k := i + 1; k < len(items) && k <= i+6; k++ {
		switch it := &items[k]; {
		case it.class == isFace && it.face == target:
			items[i].entry = entry{class: isBeside, n: n, word: items[i].text}
			return
		case it.class != isPlain && it.class != isQuantity && !it.is(own) && it.role != "of":
			return
		}
	}
}

// behindFigure reports whether a figure is right before item i, or before what it counts.
func behindFigure(items []item, i int) bool {
	return i > 0 && items[i-1].class == isQuantity || i > 1 && items[i-2].class == isQuantity && (items[i-1].class == isPlain || items[i-1].class == isUnknown)
}

// aimed takes "that we aim for" at i for a hope where neither a figure nor a target is before it.
func aimed(items []item, i int) {
	if items[i].class != isFace || items[i].word != "aimed" {
		return
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch it := &items[k]; {
		case it.class == isQuantity, it.class == isFace && it.face == target:
			return
		case it.class != isPlain && it.class != isUnknown && it.class != isSubject && it.role != "of":
			k = 0
		}
	}
	items[i].entry = entry{class: isMood, word: "target"}
}

// outsideTarget reports whether a target is named right behind item i.
func outsideTarget(items []item, i int) bool {
	for k := i + 1; k < len(items) && k <= i+4; k++ {
		if items[k].class == isFace && items[k].face == target {
			return true
		}
		if items[k].class != isPlain && items[k].class != isQuantity {
			return false
		}
	}
	return false
}

// metIt reports whether the clause says that what the one before gave as a target was met or
// missed: "our aim was 8 per cent, and we missed it".
func (c *clause) metIt() int {
	i := c.has(isMet)
	if i < 0 || c.hasFace(target) >= 0 || len(c.qs) > 0 || len(c.subjects) > 0 || c.next(i) >= 0 && !c.is(c.next(i), isPeriod) {
		return -1
	}
	said := i+1 < len(c.items) && (c.items[i+1].text == "it" || c.items[i+1].text == "that" || c.items[i+1].text == "this") || i > 1 && c.items[0].text == "it"
	if !said {
		return -1
	}
	for k := range c.statement.items {
		if it := &c.statement.items[k]; it.start < c.items[0].start && (it.class == isFace && it.face == target || it.class == isMood && (it.word == "target" || it.text == "aim" || it.text == "ambition")) {
			return i
		}
	}
	return -1
}
