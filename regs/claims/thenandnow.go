package claims

// This file reads what a figure was in one year and in another: "where 61.5% were cared for at home in 2020, four
// years on it was 66.0%".

// wasThen reports whether a figure and its year stand at item i, before the first mark.
func (s *statement) wasThen(i int) bool {
	if i >= len(s.items) || s.items[i].class != isQuantity {
		return false
	}
	for ; i < len(s.items) && s.items[i].class != isMark; i++ {
		if s.items[i].class == isPeriod && s.items[i].known {
			return true
		}
	}
	return false
}
