package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads how far apart two figures are said to be: "well above", "fell clearly", "a shade below".

// degrees are the words of each degree. One of them stands right before or behind the word that compares, or is its
// first.
var degrees = []struct {
	is    facts.Degree
	words []string
}{
	{facts.Certainly, []string{"clearly", "significantly"}},
	{facts.ByFar, []string{"well", "far", "markedly", "considerably", "substantially", "comfortably", "dramatically"}},
	{facts.ByLittle, []string{"slightly", "marginally", "a little", "a shade", "a touch", "a fraction", "a whisker", "a notch", "a hair"}},
}

// degree is how far an item of the clause says that two figures are apart.
func (c *clause) degree(word *item) facts.Degree {
	at := slices.Index(c.items, word)
	if at < 0 || c.not {
		return facts.ByAny
	}
	if is := degreeOf(word.text); is != facts.ByAny {
		return is
	}
	for k := at - 1; k >= 0 && c.is(k, language.IsPlain); k-- {
		if is := degreeOf(c.items[k].text); is != facts.ByAny {
			return is
		}
		if c.items[k].text == "little" && k > 0 && c.items[k-1].text == "a" {
			return facts.ByLittle
		}
	}
	if c.is(at+1, language.IsPlain) && word.Class == language.IsMove {
		return degreeOf(c.items[at+1].text)
	}
	return facts.ByAny
}

// degreeOf is the degree of which a word or the beginning of a phrase is.
func degreeOf(text string) facts.Degree {
	for i := range degrees {
		for _, w := range degrees[i].words {
			if text == w || strings.HasPrefix(text, w) && text[len(w)] == ' ' {
				return degrees[i].is
			}
		}
	}
	return facts.ByAny
}
