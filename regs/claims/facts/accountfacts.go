package facts

import (
	"math/big"
	"strings"

	"apr/finance"
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs/claims/exact"
)

// account is the money: the whole, the matters, care groups, localities,
// partners, fundings and services.
func (l lowering) account(a *finance.Account) {
	total := &Thing{ID: "total", Kind: Money, Title: "total spending", Unit: Pounds, Better: -1,
		Names: []string{`total spend|spending|expenditure; health and social care services? in|for|across; health and social care services; overall spend|spending|expenditure; whole budget; the? annual|total|overall|year's bill; the year ended; year ended; overall position; financial position; the ijb; the joint board; we all spent; board as a whole; the board; board; the board's; integration joint board; our finances; final outturn; overall outturn; in total; in all; altogether; overall; total`}}
	for i := range a.Years {
		y := finance.YearAmount(a.Years[i])
		amounts(total, &y)
	}
	l.Things = append(l.Things, total)
	add := func(kind, id, title, names string, line *finance.Line) {
		if id == "" {
			return
		}
		t := &Thing{ID: kind + ":" + id, Kind: Money, Title: title, Unit: Pounds, Group: kind, Better: -1}
		if kind != "locality" { // which are places, too
			t.Names = []string{names, strings.Join(plainName(id), " "), strings.Join(plainName(title), " ")}
		}
		if kind == "matter" {
			t.Code = id
		}
		t.later = func() {
			t.expect(4 * len(line.Years))
			for i := range line.Years {
				amounts(t, &line.Years[i])
			}
		}
		l.Things = append(l.Things, t)
	}
	for i := range a.Matters {
		m := &a.Matters[i]
		add("matter", m.ID, m.Name, matterNames[m.ID]+"; "+spokenMatters[m.ID]+"; matter "+strings.Join(WordsOf(m.ID), " "), m)
	}
	for i := range a.CareGroups {
		add("care group", a.CareGroups[i].ID, a.CareGroups[i].Name, everyday(a.CareGroups[i].ID, nil), &a.CareGroups[i])
	}
	for i := range a.Localities {
		add("locality", a.Localities[i].ID, a.Localities[i].Name, "", &a.Localities[i])
	}
	for i := range a.Partners {
		add("partner", a.Partners[i].ID, a.Partners[i].Name, partnerNames(l.report, a.Partners[i].ID), &a.Partners[i])
	}
	for i := range a.Fundings {
		f := &a.Fundings[i]
		names := map[string]string{"set-aside": "set-aside; the set aside; set aside services|budget|hospital; large? hospital set-aside; large? hospital services|budget set aside; large hospital services; the set-aside; set-aside services|hospitals; set-aside hospital services|care|wards; set aside hospital services|care|wards; hospital services|care set aside; hospital services|care set aside by the? health|nhs board; services funded|paid through|by|from the? set-aside; services paid for through|by|from the? set-aside; set-aside for hospital services|care; set aside for the? large? hospitals; set aside for large? hospital services|care", "hosted": "hosted services; hosted; services that|which another|other partnership|partnerships|authority|authorities|board|boards hosts|host for us; services hosted for us? by another|other partnership|partnerships|authority|authorities|board|boards", "delegated": "delegated services|functions"}[f.ID]
		add("funding", f.ID, f.Name+" services", names, f)
	}
	var services []string
	for i := range a.Services {
		services = append(services, strings.ToLower(a.Services[i].ID))
	}
	for i := range a.Services {
		add("service", a.Services[i].ID, a.Services[i].Name, everyday(a.Services[i].ID, services), &a.Services[i])
	}
}

// plainName is a name without what is in brackets.
func plainName(s string) []string {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	return WordsOf(s)
}

// everyday are the names that people have for a service or a care group. Where two services, of
// which among has the names in small letters, would share one it is neither's.
func everyday(id string, among []string) string {
	low := strings.ToLower(id)
	for i := range serviceNames {
		s := &serviceNames[i]
		if !strings.Contains(low, s.has) {
			continue
		}
		same := 0
		for _, o := range among {
			if strings.Contains(o, s.has) {
				same++
			}
		}
		if same <= 1 {
			return s.names + "; " + spokenServices[s.has] + "; " + furtherServices[s.has]
		}
	}
	return ""
}

// partnerNames are what the council and the health board are called.
func partnerNames(r *project.Project, id string) string {
	a := r.Config.Authority
	switch {
	case strings.EqualFold(id, a.HealthBoard):
		return "the health board; health board; the nhs; nhs; the nhs board; nhs board; our nhs partner"
	case len(a.Councils) == 1 && strings.EqualFold(id, a.Councils[0]):
		return "the council; council; the local authority; our council partner"
	}
	return ""
}

// amounts are a line's figures of one year.
func amounts(t *Thing, y *finance.YearAmount) {
	year := int(y.Year)
	money := func(f Face, a *finance.Amount) {
		t.make(f, Own, year, func() Value { return ofMoney(a.Money, a.Position) })
	}
	if y.Spend.Known {
		money(FaceSpend, &y.Spend)
	}
	if y.Plan.Known {
		money(FacePlan, &y.Plan)
	}
	if y.Spend.Known && y.Plan.Known {
		t.make(FaceVariance, Own, year, func() Value {
			v := ofMoney(y.Plan.Money-y.Spend.Money, y.Spend.Position)
			v.Display = strings.TrimPrefix(v.Display, "−")
			if name := (y.Plan.Money - y.Spend.Money).VarianceName(); name != "" {
				v.Display = "an " + name + " of " + v.Display
			}
			return v
		})
	}
	if y.Funding.Known && y.Funding.Money != 0 {
		if t.ID == "total" {
			money(FaceFunding, &y.Funding)
		}
		if y.Spend.Known {
			t.make(FaceShare, Own, year, func() Value {
				p := exact.Quo(exact.Rat(int64(y.Spend.Money), 1), exact.Rat(int64(y.Funding.Money), 100))
				tenths := p.FloatString(1)
				return Value{Exact: p, Shown: exact.Parse(tenths), Display: tenths + "%", Place: y.Spend.Position}
			})
		}
	}
}

// ofMoney is an amount as a figure.
func ofMoney(m finance.Money, at source.Position) Value {
	return Value{Exact: exact.Rat(int64(m), 100), Shown: thousands(int64(m)), Display: displayOfMoney(m), Place: at}
}

// thousands is an amount as tables show it, in thousands of pounds.
func thousands(pence int64) *big.Rat {
	const thousand = 100_000 // pence
	half := int64(thousand / 2)
	if pence < 0 {
		half = -half
	}
	return exact.Rat((pence+half)/thousand*1000, 1)
}

// ShownPercent is a percentage as the report prints it.
func ShownPercent(p *big.Rat) *big.Rat { return exact.Parse(p.FloatString(1)) }

// displayOfMoney is an amount of the account in millions, in thousands where it is less than one million, and in pounds where it is less than £50,000.
func displayOfMoney(m finance.Money) string {
	switch size := max(m, -m); {
	case size < 5_000_000:
		return m.Pounds()
	case size < 99_950_000:
		return strings.TrimSuffix(m.Thousands(), "k") + ",000"
	}
	return m.Millions()
}
