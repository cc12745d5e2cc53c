package claims

import (
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// labels are what stands before a colon for an indicator or a local measure, by the words of its
// title or its code: "A&E: 17,391 attendances". By itself such a word isn't a name.
var labels = map[string]string{
	"delays": "NI19", "delayed discharges": "NI19", "bed days": "NI13", "carers": "NI8", "unpaid carers": "NI8", "safety": "NI9", "feeling safe": "NI9", "say in care": "NI3", "co-ordination": "NI4", "independence": "NI2",
	"quality of life": "NI7", "gp care": "NI6", "general practice": "NI6", "grades": "NI17", "care grades": "NI17", "falls": "NI16", "last six months of life": "NI15", "intensive needs": "NI18",
	"a&e": "emergency departments", "casualty": "emergency departments", "benefits": "benefits gained", "income gained": "benefits gained", "looked-after children": "looked after", "looked after children": "looked after",
	"payback": "payback orders", "over-65s living at home": "live at home", "over-65s at home": "live at home", "absence": "sickness absence", "sickness": "sickness absence", "vacancies": "vacan", "engagement": "engagement",
	"savings": "savings", "homelessness": "temporary accommodation", "supervision": "supervision", "link workers": "link worker", "support plans": "support plans made", "carer support plans": "support plans made",
	"support plans for carers": "support plans made", "adult protection": "adult protection inquiries", "home care waits": "waiting for care at home", "alcohol and drugs": "alcohol and drug services",
}

// labelled is what a sentence is about by no more than the label that it begins with; nil where it
// has none.
func (l *lexer) labelled() []claimed {
	k := 0
	for k < len(l.ts) && k < 6 && l.ts[k].Kind == language.WordToken {
		k++
	}
	if k == 0 || k+1 >= len(l.ts) || l.ts[k].Text != ":" {
		return nil
	}
	words, at := "", []int(nil)
	for i := range k {
		words += " " + l.ts[i].Text
		at = append(at, i)
	}
	has := labels[words[1:]]
	if has == "" {
		return nil
	}
	t := l.things[has]
	same := 0
	for _, o := range l.facts.Things {
		if o.Kind == facts.Measure && strings.Contains(strings.ToLower(o.Title), has) {
			t, same = o, same+1
		}
	}
	if t == nil || same > 1 {
		return nil
	}
	return []claimed{{thing: t, at: at}}
}
