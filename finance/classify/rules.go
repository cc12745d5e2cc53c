package classify

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// Rules are classification rules, checked and compiled.
type Rules struct {
	Rules      []compiledRule
	Localities map[string]string // the plan's names by folded name
	Names      Names
	Partners   []string // whose ledgers there are
}

// compiledRule is a rule with its conditions in order of column and its names
// as they are declared.
type compiledRule struct {
	Class
	when   []condition
	exact  bool // each condition is one text
	source *finance.Rule
}

type condition struct {
	column  string
	pattern *pattern
}

// A Class is what rules say of a line; lines of one class are added up
// together. An empty field is what no rule names.
type Class struct {
	Matter    finance.Matter
	CareGroup string
	// Locality or apportion is set, or neither. unlisted is the locality that
	// the ledger names and the plan hasn't.
	Locality, Apportion, Unlisted string
	Funding                       finance.Funding
	Service                       string
	// Exclude is why the lines aren't the authority's; all else is empty then.
	Exclude string
	// Transfer is the transfer of which the lines are a side, and Arrives is true for
	// its second; Exclude then says so.
	Transfer string
	Arrives  bool
}

// Names is what the rules name, which is known, even as zero, and even where no line
// belongs to it. Services are in order of the rules.
type Names struct {
	Matters    map[finance.Matter]bool
	CareGroups map[string]bool
	Localities map[string]bool
	Fundings   map[finance.Funding]bool
	Services   []string
}

// Compile checks the rules and apportionments of the specification and
// compiles them. It reports all problems at once; rules that have one are left
// out.
func Compile(spec finance.Spec) (*Rules, *source.Problems) {
	c := &ruleCompiler{
		spec:       spec,
		columns:    mappedColumns(spec.Ledgers),
		problems:   &source.Problems{},
		apportions: map[string]finance.Apportionment{},
	}
	c.rules = Rules{Localities: map[string]string{}, Names: Names{
		Matters: map[finance.Matter]bool{}, CareGroups: map[string]bool{}, Localities: map[string]bool{}, Fundings: map[finance.Funding]bool{},
	}}
	for _, l := range spec.Localities {
		c.rules.Localities[celltext.Fold(l)] = l
	}
	for code, l := range spec.LocalityCodes {
		c.rules.Localities[celltext.Code(code)] = l
	}
	for i := range spec.Ledgers {
		if p := spec.Ledgers[i].Partner; !slices.Contains(c.rules.Partners, p) {
			c.rules.Partners = append(c.rules.Partners, p)
		}
	}
	for _, a := range spec.Apportions {
		c.apportionment(a)
	}
	for i := range spec.Rules {
		c.rule(&spec.Rules[i])
	}
	for i := range spec.Transfers { // last, since rules are known by their numbers
		c.transfer(&spec.Transfers[i])
	}
	return &c.rules, c.problems
}

// mappedColumns are the column names that any ledger maps, in order.
func mappedColumns(ledgers []finance.LedgerSpec) []string {
	all := map[string]bool{finance.PartnerColumn: true}
	for _, l := range ledgers {
		for name := range l.Columns {
			all[name] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

type ruleCompiler struct {
	spec       finance.Spec
	columns    []string
	apportions map[string]finance.Apportionment
	rules      Rules
	problems   *source.Problems
	transfers  []string // names so far
}

func (c *ruleCompiler) add(code string, at source.Position, hint, format string, args ...any) {
	c.problems.Add(&source.Problem{Code: code, Position: at, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// rule compiles one rule.
func (c *ruleCompiler) rule(r *finance.Rule) {
	compiled := compiledRule{when: c.conditions(r), exact: r.Exact, source: r}
	ok := len(compiled.when) == len(r.When)
	if len(r.When) == 0 {
		c.add(finance.CodeRule, r.Position, `a rule that is to match every line says: when: {partner: "*"}`, "the rule has no conditions")
		ok = false
	}
	if r.Locality != "" && r.Apportion != "" {
		c.add(finance.CodeRule, r.Position, "a line belongs to one locality or is apportioned", "the rule names both a locality and an apportionment")
		ok = false
	}
	compiled.Class, ok = c.class(r, ok)
	if k := compiled.Class; ok && k.Exclude != "" && k != (Class{Exclude: k.Exclude}) {
		c.add(finance.CodeRule, r.Position, "lines that aren't the authority's belong to nothing of it: leave the rest out, or exclude", "the rule both excludes lines and says what they belong to")
		ok = false
	}
	if ok && compiled.Class == (Class{}) {
		c.add(finance.CodeRule, r.Position, "name a matter, care_group, locality, apportion, funding or service, or say with exclude why the lines aren't the authority's", "the rule names nothing that its lines belong to")
		ok = false
	}
	if !ok {
		return
	}
	c.rules.Rules = append(c.rules.Rules, compiled)
	c.remember(compiled.Class)
}

// conditions compiles what the rule tests; it leaves out what has a problem.
func (c *ruleCompiler) conditions(r *finance.Rule) (when []condition) {
	for _, column := range slices.Sorted(maps.Keys(r.When)) {
		if len(c.spec.Ledgers) > 0 && !slices.Contains(c.columns, column) {
			hint := source.DidYouMean(column, c.columns)
			if of := c.alternativesOf(r, column); of != "" {
				hint = "alternatives are one text with | between them: " + of
			}
			c.add(finance.CodeRuleColumn, r.Position, hint,
				"the rule tests the column %q, which no ledger maps", column)
			continue
		}
		p, err := compileFor(r, r.When[column])
		if err != nil {
			c.add(finance.CodeRulePattern, r.Position, "a pattern is alternatives separated by |, each a text with * and ? or a range such as 4000-4999",
				"the pattern %q for %s is malformed: %v", r.When[column], column, err)
			continue
		}
		when = append(when, condition{column, p})
	}
	return when
}

// alternativesOf is a condition as it is meant where YAML has taken an alternative behind a
// comma for a column, as in {cost_centre: CA500, CA510}; "" where it hasn't.
func (c *ruleCompiler) alternativesOf(r *finance.Rule, column string) string {
	if r.When[column] != "" {
		return ""
	}
	known, more := "", []string(nil)
	for _, name := range slices.Sorted(maps.Keys(r.When)) {
		switch {
		case slices.Contains(c.columns, name) && r.When[name] != "" && known == "":
			known = name
		case !slices.Contains(c.columns, name) && r.When[name] == "":
			more = append(more, name)
		default:
			return ""
		}
	}
	if known == "" {
		return ""
	}
	return known + ": " + r.When[known] + "|" + strings.Join(more, "|")
}

// class is what the rule names, by the names as they are declared.
func (c *ruleCompiler) class(r *finance.Rule, ok bool) (Class, bool) {
	var k Class
	resolve := func(code, what, name string, declared []string) string {
		if name == "" {
			return ""
		}
		for _, d := range declared {
			if celltext.Fold(d) == celltext.Fold(name) {
				return d
			}
		}
		c.add(code, r.Position, source.DidYouMean(name, declared), "the rule names the %s %q, which %s", what, name, notDeclared[code])
		ok = false
		return ""
	}
	k.Matter = finance.Matter(resolve(finance.CodeRuleMatter, "matter", string(r.Matter), finance.Texts(finance.Matters)))
	k.CareGroup = resolve(finance.CodeRuleCareGroup, "care group", r.CareGroup, c.spec.CareGroups)
	k.Locality = resolve(finance.CodeRuleLocality, "locality", r.Locality, c.spec.Localities)
	k.Apportion = resolve(finance.CodeRuleApportion, "apportionment", r.Apportion, apportionNames(c.spec.Apportions))
	k.Funding = finance.Funding(resolve(finance.CodeRuleFunding, "funding", string(r.Funding), finance.Texts(finance.Fundings)))
	k.Service, k.Exclude = c.service(celltext.Spaced(r.Service)), celltext.Spaced(r.Exclude)
	return k, ok
}

// service is the name of a service as the first rule spells it: two that differ by letter
// case alone are one.
func (c *ruleCompiler) service(name string) string {
	for _, s := range c.rules.Names.Services {
		if celltext.Fold(s) == celltext.Fold(name) {
			return s
		}
	}
	return name
}

// notDeclared ends the sentence about a name that isn't known.
var notDeclared = map[string]string{
	finance.CodeRuleMatter:    "isn't one of regulation 4(2)",
	finance.CodeRuleCareGroup: "isn't among the care groups declared",
	finance.CodeRuleLocality:  "isn't among the localities of the strategic plan",
	finance.CodeRuleApportion: "isn't among the apportionments declared",
	finance.CodeRuleFunding:   "isn't delegated, set-aside or hosted",
}

func apportionNames(as []finance.Apportionment) (names []string) {
	for _, a := range as {
		names = append(names, a.Name)
	}
	return names
}

// remember notes what a rule names.
func (c *ruleCompiler) remember(k Class) {
	n := &c.rules.Names
	if k.Matter != "" {
		n.Matters[k.Matter] = true
	}
	if k.CareGroup != "" {
		n.CareGroups[k.CareGroup] = true
	}
	if k.Locality != "" {
		n.Localities[k.Locality] = true
	}
	for _, s := range c.apportions[k.Apportion].Shares {
		n.Localities[c.rules.Localities[celltext.Fold(s.Locality)]] = true
	}
	if k.Funding != "" {
		n.Fundings[k.Funding] = true
	}
	if k.Service != "" && !slices.Contains(n.Services, k.Service) {
		n.Services = append(n.Services, k.Service)
	}
}

// apportionment checks that the shares are of the plan's localities, each once,
// and sum to the whole.
func (c *ruleCompiler) apportionment(a finance.Apportionment) {
	if _, twice := c.apportions[a.Name]; twice {
		c.add(finance.CodeApportionment, a.Position, "give each apportionment a name of its own", "the apportionment %q is declared twice", a.Name)
		return
	}
	c.apportions[a.Name] = a
	var sum int64
	seen := map[string]bool{}
	for _, s := range a.Shares {
		sum += s.PPM
		switch key := celltext.Fold(s.Locality); {
		case c.rules.Localities[key] == "":
			c.add(finance.CodeApportionment, a.Position, source.DidYouMean(s.Locality, c.spec.Localities),
				"the apportionment %q gives a share to %q, which isn't among the localities of the strategic plan", a.Name, s.Locality)
		case seen[key]:
			c.add(finance.CodeApportionment, a.Position, "", "the apportionment %q gives %q two shares", a.Name, s.Locality)
		case s.PPM < 0 || s.PPM > finance.WholePPM:
			c.add(finance.CodeApportionment, a.Position, "", "the apportionment %q gives %q a share of %s%%; a share is between 0 and 100%%", a.Name, s.Locality, finance.PercentOf(s.PPM))
		default:
			seen[key] = true
		}
	}
	if sum != finance.WholePPM {
		c.add(finance.CodeApportionment, a.Position, "correct the shares so that nothing is lost or counted twice",
			"the shares of the apportionment %q sum to %s%%, not 100%%", a.Name, finance.PercentOf(sum))
	}
}
