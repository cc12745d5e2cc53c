package agree

import (
	"fmt"
	"math"
	"strconv"

	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project/reference"
	"apr/internal/source"
)

// leadsToMoney is the reference to an amount that the clause's verb leads to:
// "rose to {{ spend … }}".
func (c clause) leadsToMoney(v verb) *reference.Reference {
	for i := v.at + 1; i < len(c.tokens); i++ {
		t := &c.tokens[i]
		if t.kind != referenceToken {
			continue
		}
		switch t.ref.Name {
		case "spend", "plan", "funding", "proportion", "locality":
			if !v.noun && !v.judges && c.tokens[i-1].is("to") && c.known(v.at+1, i) && len(t.ref.Args) == 1 && c.sameMoney(t.ref) {
				return t.ref
			}
		}
		return nil
	}
	return nil
}

// sameMoney reports whether all amounts that the clause refers to are of the
// same thing.
func (c clause) sameMoney(ref *reference.Reference) bool {
	for _, t := range c.tokens {
		if t.kind == referenceToken && t.ref.Name != "year" && (t.ref.Name != ref.Name || argument(t.ref, 0) != argument(ref, 0)) {
			return false
		}
	}
	return true
}

// moneyMoved holds a claim about an amount against the account.
func (r *reader) moneyMoved(c clause, v verb, ref *reference.Reference, over stretch) {
	from := over.from
	if from == 0 {
		from = over.to - 1
	}
	to, toValue, ok := r.amount(ref, over.to)
	if !ok {
		return
	}
	start, fromValue, ok := r.amount(ref, from)
	if !ok || to.Display == start.Display || int(math.Copysign(1, toValue-fromValue)) == v.way {
		return
	}
	t := c.tokens[v.at]
	message := fmt.Sprintf("the text says that it %s; the account has %s in %s and %s in %s", r.written(c, t), start.Display, from, to.Display, over.to)
	var places []source.Related
	places = append(places, related(to.Position, fmt.Sprintf("%s in %s", to.Display, over.to))...)
	places = append(places, related(start.Position, fmt.Sprintf("%s in %s", start.Display, from))...)
	r.add(c.sentence.passage, t.start, "correct the word, or say which years are compared", message, places...)
}

// amount evaluates a reference for a year.
func (r *reader) amount(ref *reference.Reference, y period.Year) (document.Datum, float64, bool) {
	of := reference.Reference{Name: ref.Name, Args: []reference.Argument{ref.Args[0], {Value: y.String()}}}
	d, problem := r.report.Evaluate(of)
	if problem != nil {
		return d, 0, false
	}
	value, err := strconv.ParseFloat(d.Value, 64)
	return d, value, err == nil
}
