package claims

import "slices"

// behindWords set one thing before others in an order: "After prescribing, care homes are
// the largest" is the second place.
var behindWords = []string{"after", "behind", "next to", "second to", "following", "besides", "beside", "apart from", "aside from", "other than", "excluding", "except for"}

// behindAnother takes "the largest" for the second place where the sentence begins with the one
// that is before it.
func behindAnother(items []item) {
	if len(items) < 4 || !slices.Contains(behindWords, items[0].text) {
		return
	}
	k := 1
	for k < len(items) && items[k].class == isPlain {
		k++
	}
	if k+1 >= len(items) || items[k].class != isSubject && items[k].class != isArea || items[k+1].class != isMark || items[k+1].word != "," {
		return
	}
	for e := k + 2; e < len(items); e++ {
		if items[e].class == isExtreme {
			if the := &items[e-1]; the.text == "the" && the.ordinal == 0 {
				the.ordinal = 2
				items[k].entry = entry{class: isPlain, word: items[k].text}
			}
			return
		}
	}
}

// ofTheTwo takes "the smaller of the two localities" for "the smallest of the two", and so "the
// smaller locality".
func ofTheTwo(items []item, i int) {
	it := &items[i]
	if it.class != isMove && it.class != isBeside || !it.adj && it.class == isMove || it.n == 0 || i == 0 || items[i-1].text != "the" || i+1 >= len(items) {
		return
	}
	if items[i+1].text == "locality" || countsTwo(items[i+1:]) {
		it.entry = entry{class: isExtreme, n: it.n, judge: it.judge, word: it.text}
	}
}

// countsTwo reports whether items begin with "of the two".
func countsTwo(items []item) bool {
	if items[0].role != "of" {
		return false
	}
	k := 1
	for k < len(items) && items[k].class == isPlain {
		k++
	}
	return k < len(items) && items[k].class == isQuantity && items[k].text == "two"
}
