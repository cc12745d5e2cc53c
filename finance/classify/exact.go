package classify

import (
	"apr/finance"
	"apr/internal/table/celltext"
)

// compileFor compiles a condition of a rule: a pattern, or a text as it stands.
func compileFor(r *finance.Rule, text string) (*pattern, error) {
	if r.Exact {
		return &pattern{literals: map[string]bool{asTyped(text): true, celltext.Code(asTyped(text)): true}}, nil
	}
	return CompilePattern(text)
}

// exactRules are rules that each test one text of a column. A mapping has thousands
// of them, so they are looked up.
type exactRules struct {
	rules []int
	texts map[string][]int
}

func (e *exactRules) add(rule int, p *pattern) {
	if e.texts == nil {
		e.texts = map[string][]int{}
	}
	e.rules = append(e.rules, rule)
	for text := range p.literals {
		e.texts[text] = append(e.texts[text], rule)
	}
}

// test takes out of a set the rules that test another text.
func (e *exactRules) test(set RuleSet, code string) {
	for _, rule := range e.rules {
		set[rule/64] &^= 1 << (rule % 64)
	}
	for _, rule := range e.texts[code] {
		set[rule/64] |= 1 << (rule % 64)
	}
}
