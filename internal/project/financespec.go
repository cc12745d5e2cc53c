package project

import (
	"fmt"
	"maps"
	"slices"

	"apr/finance"
	"apr/internal/folder"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// financeSpec is what apr.yaml says about money, in the reader's terms. ok is
// false where the ledgers had better not be read, for their problems would
// follow from those reported here.
func financeSpec(p *Config, problems *source.Problems) (spec finance.Spec, ok bool) {
	b := specBuilder{config: p, problems: problems, ok: true}
	spec = finance.Spec{Year: p.Year, CareGroups: p.CareGroups}
	for _, l := range p.Localities {
		spec.Localities = append(spec.Localities, l.Name)
	}
	for i, l := range p.Finance.Ledgers {
		spec.Ledgers = append(spec.Ledgers, b.ledger(i, l))
	}
	for _, r := range p.Finance.Rules {
		spec.Rules = append(spec.Rules, finance.Rule{
			When: r.When, Matter: finance.Matter(r.Matter), CareGroup: r.CareGroup, Locality: r.Locality,
			Apportion: r.Apportion, Funding: finance.Funding(r.Funding), Service: r.Service, Exclude: r.Exclude, Position: r.Position,
		})
	}
	for i, a := range p.Finance.Apportionments {
		spec.Apportions = append(spec.Apportions, b.apportionment(i, a))
	}
	if p.Finance.History != "" {
		spec.History, _ = folder.LocalPath(p.Finance.History) // checked with apr.yaml
		spec.HistoryPosition = p.PositionOf("finance.history")
	}
	return spec, b.ok
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
