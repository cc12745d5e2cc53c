package mapping

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/suggest"
	"apr/internal/project"
	"apr/internal/wording"
)

// Proposal is what a ledger calls for in apr.yaml.
type Proposal struct {
	Addition
	Survey *suggest.Survey
	// Decided and Undecided are the suggestions that can be used and those
	// between whose matters somebody must choose.
	Decided, Undecided []suggest.Suggestion
	// Left are the cost centres that nothing is known of, largest first.
	Left []finance.UnclassifiedGroup
}

// Propose turns a survey into what might be added to apr.yaml. The ledger itself
// is added unless the project names it already; p is nil where there is no
// project.
func Propose(p *project.Config, s *suggest.Survey, named bool) Proposal {
	out := Proposal{Survey: s}
	body, guessed := bodyOf(p, s)
	whose := ""
	switch {
	case !guessed:
	case s.SaysPartner != "":
		s.Spec.Partner, whose = s.SaysPartner, "Whose ledger it is was read from its own words.\n"
		body, _ = bodyOf(p, s)
	case s.Says != "":
		s.Spec.Partner, whose = s.Says, fmt.Sprintf("The file names %s, which is no constituent authority of the project: whose ledger is it?\n", wording.OneLine(s.Says))
	default:
		whose = "Whose ledger it is was guessed from the names of the cost centres.\n"
	}
	if s.Spec.Partner == "" {
		s.Spec.Partner = partnerOf(p, body)
	}
	if !named {
		l := Ledger{LedgerSpec: s.Spec, Remark: "Check the columns, and add control_total: what the file must come to, to the penny."}
		l.Remark = whose + l.Remark
		out.Ledgers = append(out.Ledgers, l)
	}
	suggestions, left := s.Suggest(body)
	out.Left = left
	if p != nil && !namesLocality(p, s.Spec.Partner) {
		var localities []string
		for _, l := range p.Localities {
			localities = append(localities, l.Name)
		}
		suggestions = append(suggestions, s.SuggestLocalities(localities)...)
	}
	for _, one := range suggestions {
		if p != nil { // another partner may have the same codes
			one.When["partner"] = s.Spec.Partner
		}
		undecided := one.Matter == "" && one.Locality == ""
		if undecided {
			out.Undecided = append(out.Undecided, one)
		} else {
			out.Decided = append(out.Decided, one)
		}
		out.Rules = append(out.Rules, Rule{Rule: one.Rule, Remark: remark(one), Undecided: undecided})
	}
	return out
}

// namesLocality reports whether the project's rules say where a partner's lines
// belong: others would be in their way.
func namesLocality(p *project.Config, partner string) bool {
	return slices.ContainsFunc(p.Finance.Rules, func(r project.FinanceRule) bool {
		of, one := r.When["partner"]
		return (r.Locality != "" || r.Apportion != "") && (!one || strings.EqualFold(of, partner))
	})
}

// bodyOf is whose words the ledger speaks; guessed is true where no partner is
// named and more cost centres sound like the one than the other.
func bodyOf(p *project.Config, s *suggest.Survey) (body suggest.Body, guessed bool) {
	partner := strings.ToLower(s.Spec.Partner)
	switch {
	case strings.HasPrefix(partner, "nhs") || strings.Contains(partner, "health board"),
		p != nil && partner != "" && strings.EqualFold(partner, p.Authority.HealthBoard):
		return suggest.HealthBoard, false
	case partner != "":
		return suggest.Council, false
	}
	_, unlikeHealth := s.Suggest(suggest.HealthBoard)
	_, unlikeCouncil := s.Suggest(suggest.Council)
	if len(unlikeHealth) < len(unlikeCouncil) {
		return suggest.HealthBoard, true
	}
	return suggest.Council, true
}

// partnerOf is the partner's name, as far as the project says it.
func partnerOf(p *project.Config, body suggest.Body) string {
	switch {
	case p != nil && body == suggest.HealthBoard && p.Authority.HealthBoard != "":
		return p.Authority.HealthBoard
	case p != nil && body == suggest.Council && len(p.Authority.Councils) == 1:
		return p.Authority.Councils[0]
	case body == suggest.HealthBoard:
		return "Health board"
	}
	return "Council"
}

// namedCentres is how many cost centres a remark names.
const namedCentres = 4

// remark says what a rule would take in, and why it is proposed.
func remark(s suggest.Suggestion) string {
	var names []string
	for _, g := range s.Groups[:min(len(s.Groups), namedCentres)] {
		name := g.Description
		if name == "" {
			name = g.CostCentre
		}
		names = append(names, name)
	}
	if more := len(s.Groups) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	why := "Source: " + s.Source
	if s.Note != "" {
		why += "; " + s.Note
	}
	text := fmt.Sprintf("%s: %s.\n%s.", s.Total.Exact(), strings.Join(names, "; "), why)
	if s.Matter == "" && s.Locality == "" {
		text = "To be decided. " + text
	}
	return text
}
