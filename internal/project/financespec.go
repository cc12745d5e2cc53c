package project

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"apr/finance"
	"apr/finance/mapping"
	"apr/indicators"
	"apr/internal/folder"
	"apr/internal/law"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// ownWords are apr's own words in the report's language or in the authority's words, by the
// English: those that apr.yaml gives go before those of sources.
func ownWords(p *Config) map[string]string {
	if wording.IsEnglish(p.Language) {
		return p.Words
	}
	words := map[string]string{}
	for _, english := range wording.Given() {
		if own, ok := wording.In(p.Language, english); ok {
			words[english] = own
		}
	}
	maps.Copy(words, p.Words)
	return words
}

// financeSpec is what apr.yaml says about money, in the reader's terms. ok is
// false where the ledgers had better not be read, for their problems would
// follow from those told here.
//
// fsys has the mappings that rules are read from; nil leaves them out.
func financeSpec(p *Config, fsys fs.FS, problems *source.Problems) (spec finance.Spec, ok bool) {
	b := specBuilder{config: p, problems: problems, ok: true}
	spec = finance.Spec{Year: p.Year, CareGroups: p.CareGroups, Limits: p.Finance.Limits.limits(), LocalityCodes: p.localityNames(),
		Bodies: append(slices.Clone(p.Authority.Councils), p.Authority.HealthBoard),
		Own:    []string{p.Authority.Name, p.Authority.ShortName, p.Authority.Area}, Words: ownWords(p)}
	spec.Elsewhere, spec.OtherBodies = otherAreas(p), otherBodies(p)
	for _, l := range p.Localities {
		spec.Localities = append(spec.Localities, l.Name)
	}
	partners := map[string]string{} // as first spelled
	for i, l := range p.Finance.Ledgers {
		one := b.ledger(i, l)
		name := celltext.Spaced(celltext.Unquoted(one.Partner))
		key := celltext.Fold(name)
		if _, met := partners[key]; !met {
			partners[key] = name
		}
		one.Partner = partners[key]
		spec.Ledgers = append(spec.Ledgers, one)
	}
	for i, a := range p.Finance.Apportionments {
		spec.Apportions = append(spec.Apportions, b.apportionment(i, a))
	}
	for i, t := range p.Finance.Transfers {
		path := yamlpos.Item("finance.transfers", i)
		spec.Transfers = append(spec.Transfers, finance.Transfer{Name: t.Name, From: t.From, To: t.To,
			Position: t.Position, FromPosition: p.PositionOf(path + ".from"), ToPosition: p.PositionOf(path + ".to")})
	}
	b.rules(&spec, fsys)
	if p.Finance.History != "" {
		spec.History, _ = folder.LocalPath(p.Finance.History) // checked with apr.yaml
		spec.HistoryPosition = p.PositionOf("finance.history")
	}
	return spec, b.ok
}

// otherAreas are the areas of authorities other than the project's.
func otherAreas(p *Config) (names []string) {
	for _, a := range indicators.Authorities() {
		if a.Area != p.Authority.Area && a.Name != p.Authority.Name {
			names = append(names, a.Area)
		}
	}
	return names
}

// otherBodies are the councils and health boards that aren't constituent authorities.
func otherBodies(p *Config) (names []string) {
	own := law.BodiesNamed(p.Authority.HealthBoard)
	for _, council := range p.Authority.Councils {
		own = append(own, law.BodiesNamed(council)...)
	}
	for _, b := range bodies() {
		if b.key == "" || !slices.Contains(own, b.key) {
			names = append(names, b.name)
		}
	}
	return names
}

// bodies are the councils and health boards of all authorities, each once.
var bodies = sync.OnceValue(func() (all []body) {
	seen := map[string]bool{}
	for _, a := range indicators.Authorities() {
		for _, name := range slices.Concat(a.Councils, []string{a.HealthBoard}) {
			if !seen[name] {
				seen[name] = true
				all = append(all, body{name, law.BodyKey(name)})
			}
		}
	}
	return all
})

// body is a council or health board with its key.
type body struct{ name, key string }

// rules are those of apr.yaml, with the rows of a mapping in its place.
func (b *specBuilder) rules(spec *finance.Spec, fsys fs.FS) {
	for i, r := range b.config.Finance.Rules {
		if r.Mapping != "" {
			b.mapping(i, r, spec, fsys)
			continue
		}
		spec.Rules = append(spec.Rules, finance.Rule{
			When: r.When, Matter: finance.Matter(r.Matter), CareGroup: r.CareGroup, Locality: r.Locality, Apportion: r.Apportion,
			Funding: finance.Funding(r.Funding), Service: r.Service, Exclude: r.Exclude, Number: i + 1, Position: r.Position,
		})
	}
}

// mapping puts the rows of a mapping among the rules.
func (b *specBuilder) mapping(i int, r FinanceRule, spec *finance.Spec, fsys fs.FS) {
	file, err := folder.LocalPath(r.Mapping)
	if fsys == nil || err != nil { // told with apr.yaml
		return
	}
	t, err := mapping.Read(fsys, file, b.config.PositionOf(yamlpos.Item("finance.rules", i)+".mapping"), KnownTo(spec))
	if err != nil {
		b.ok = false
		if p, ok := errors.AsType[*source.Problem](err); ok {
			b.problems.Add(p)
		} else {
			b.problems.Addf(table.CodeUnreadableFile, source.Position{File: file}, "the mapping can't be read: %v", err)
		}
		return
	}
	spec.MappingProblems = append(spec.MappingProblems, t.Problems...)
	for _, row := range t.Rows {
		if row.OK {
			row.Rule.Number = i + 1
			spec.Rules = append(spec.Rules, row.Rule)
		}
	}
}

// KnownTo is what the cells of a mapping may name by a specification.
func KnownTo(spec *finance.Spec) mapping.Known {
	k := mapping.Known{Localities: spec.Localities, LocalityCodes: spec.LocalityCodes, CareGroups: spec.CareGroups}
	for _, a := range spec.Apportions {
		k.Apportions = append(k.Apportions, a.Name)
	}
	for _, l := range spec.Ledgers {
		if !slices.Contains(k.Partners, l.Partner) {
			k.Partners = append(k.Partners, l.Partner)
		}
		for _, name := range slices.Sorted(maps.Keys(l.Columns)) {
			if !slices.Contains(k.Columns, name) {
				k.Columns = append(k.Columns, name)
			}
		}
	}
	return k
}

type specBuilder struct {
	config   *Config
	problems *source.Problems
	ok       bool
}

func (b *specBuilder) ledger(i int, l Ledger) finance.LedgerSpec {
	path := yamlpos.Item("finance.ledgers", i)
	spec := finance.LedgerSpec{
		Position: l.Position, Sheet: l.Sheet, Member: l.Member, Partner: l.Partner, Kind: finance.Kind(l.Kind), Year: l.Year,
		Columns: l.Columns, Funding: finance.Funding(l.Funding),
		ControlTotal:        b.money(path+".control_total", l.ControlTotal),
		PlanControlTotal:    b.money(path+".plan_control_total", l.PlanControlTotal),
		ControlPosition:     b.config.PositionOf(path + ".control_total"),
		PlanControlPosition: b.config.PositionOf(path + ".plan_control_total"),
	}
	spec.File, _ = folder.LocalPath(l.File) // checked with apr.yaml
	return spec
}

// money reads a control total; nil for none.
func (b *specBuilder) money(path, written string) *finance.Money {
	if written == "" {
		return nil
	}
	m, err := finance.ParseMoney(written)
	if err != nil {
		b.problems.Add(&source.Problem{Code: "malformed-amount", Position: b.config.PositionOf(path),
			Message: fmt.Sprintf("%s: %v", yamlpos.Label(path), err), Hint: "write pounds and pence, such as 1234567.89"})
		return nil
	}
	return &m
}

// apportionment puts the shares in order of the plan; what the plan doesn't
// have follows in order of name, for the reader to complain of.
func (b *specBuilder) apportionment(i int, a Apportionment) finance.Apportionment {
	out := finance.Apportionment{Name: a.Name, Method: a.Method, Position: a.Position}
	var order []string
	for _, l := range b.config.Localities {
		if _, found := a.Shares[l.Name]; found {
			order = append(order, l.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(a.Shares)) {
		if !slices.Contains(order, name) {
			order = append(order, name)
		}
	}
	for _, name := range order {
		path := yamlpos.Join(yamlpos.Item("finance.apportionments", i)+".shares", name)
		ppm, err := finance.ParseShare(a.Shares[name])
		if err != nil {
			b.ok = false
			b.problems.Add(&source.Problem{Code: "malformed-share", Position: b.config.PositionOf(path),
				Message: fmt.Sprintf("the share of %s: %v", name, err), Hint: "write percent, such as 34.2"})
		}
		out.Shares = append(out.Shares, finance.Share{Locality: name, PPM: ppm})
	}
	return out
}
