package regs

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/project"
)

const (
	historyFile = "data/history.csv"
	moorland    = "data/moorland-ledger-2025-26.csv"
	council     = "data/carrickmoor-council-ledger-2025-26.csv"
)

// money reads apr.yaml, ledgers and history changed; indicators, measures, tables and texts
// are those of the whole.
func (p *proof) money(changed map[string][]byte) (*project.Project, error) {
	files := map[string][]byte{"apr.yaml": p.files["apr.yaml"]}
	for name := range p.files {
		if strings.HasPrefix(name, "narrative/") || strings.HasSuffix(name, ".xlsx") || name == "people.yaml" {
			files[name] = nil
		}
	}
	for name, data := range changed {
		files[name] = data
	}
	files["apr.yaml"] = withoutKeys(pageOf(files["apr.yaml"]), "workbook:", "measures:", "tables:").bytes()
	r, err := p.load(files)
	if err != nil {
		return nil, err
	}
	r.Config.Workbook, r.Config.Measures, r.Config.Tables = p.whole.Config.Workbook, p.whole.Config.Measures, p.whole.Config.Tables
	mutated := *p.whole
	mutated.Narrative = p.brief
	mutated.Config, mutated.Account, mutated.Problems = r.Config, r.Account, r.Problems
	return &mutated, nil
}

// books is a mutation of one of the files that money reads.
func (p *proof) books(name, file string, pg page, because string, want ...turn) mutation {
	return mutation{name: name, want: want, because: because,
		mutated: func() (*project.Project, error) { return p.money(map[string][]byte{file: pg.bytes()}) }}
}

// ofAmount is why a missing amount turns two requirements.
const ofAmount = "the proportion is of the amount"

// ledgers takes the classification of each line away, and spoils the ledgers.
func (p *proof) ledgers(t *testing.T) (all []mutation) {
	pg := pageOf(p.files["apr.yaml"])
	finance := lineAt("apr.yaml", pg.find(t, "ledgers:"))
	ledgerOf := map[string]string{
		moorland: lineAt("apr.yaml", pg.find(t, "- file: "+moorland)),
		council:  lineAt("apr.yaml", pg.find(t, "- file: "+council)),
	}
	councils := pg.find(t, "# Carrickmoor Council. The codes keep their leading zeros.")
	for _, m := range []string{"4(2)(a)", "4(2)(b)", "4(2)(c)", "4(2)(d)", "4(2)(e)"} {
		file, none := moorland, pg.with(1, 0)
		for n := len(pg); n > 0; n-- {
			if strings.TrimSpace(pg.line(n)) != "matter: "+m {
				continue
			}
			none = none.with(n, n)
			if n > councils {
				file = council
			}
			all = append(all, p.books(fmt.Sprintf("the rule on line %d says no matter", n-1), "apr.yaml", pg.with(n, n), "",
				turns("4(1)(a)", Incomplete, ledgerOf[file])))
		}
		all = append(all, p.books("no rule says "+m, "apr.yaml", none, ofAmount,
			turns("4(1)(a)", Incomplete, finance, ledgerOf[file]), turns("4(1)(b)", Incomplete, finance)))
	}
	all = append(all, p.careGroups(t, pg, finance)...)
	all = append(all, p.controls4(t, pg)...)
	return append(all, p.withoutLedgers(t, pg, finance, ledgerOf)...)
}

// careGroups takes each care group from the rules, and adds one that no rule
// knows.
func (p *proof) careGroups(t *testing.T, pg page, finance string) (all []mutation) {
	for _, g := range p.whole.Config.CareGroups {
		none := pg.with(1, 0)
		for n := len(pg); n > 0; n-- {
			if strings.TrimSpace(pg.line(n)) != "care_group: "+g {
				continue
			}
			from := n
			if indent(pg.line(n+1)) != 6 && strings.HasPrefix(pg.line(n-1), "    - when") {
				from-- // the rule says nothing else
			}
			none = none.with(from, n)
		}
		all = append(all, p.books("no rule says "+g, "apr.yaml", none, ofAmount,
			turns("4(1)(a)", Incomplete, lineAt("apr.yaml", pg.find(t, "- "+g))), turns("4(1)(b)", Incomplete, finance)))
	}
	key := pg.find(t, "care_groups:")
	more := pg.with(key, key, "care_groups:", "  - Unheard of")
	return append(all, p.books("a care group without amounts", "apr.yaml", more, ofAmount+", and compared with the years before",
		turns("4(1)(a)", Incomplete, lineAt("apr.yaml", key+1)),
		turns("4(1)(b)", Incomplete, lineAt("apr.yaml", more.find(t, "ledgers:"))),
		turns("4(3)", Incomplete, historyFile)))
}

// controls4 has ledgers that don't come to their control totals.
func (p *proof) controls4(t *testing.T, pg page) (all []mutation) {
	for _, total := range []string{`control_total: "160,608,150.69"`, `plan_control_total: "158,720,740.00"`,
		`control_total: "89,815,565.79"`, `plan_control_total: "88,893,640.00"`} {
		n := pg.find(t, total)
		key, amount, _ := strings.Cut(pg.line(n), ": ")
		wrong := key + ": " + strings.NewReplacer(`9"`, `8"`, `0"`, `1"`).Replace(amount) // by a penny
		all = append(all, p.books("another "+total, "apr.yaml", pg.with(n, n, wrong), "", turns("4(1)(a)", Incomplete, lineAt("apr.yaml", n))))
	}
	at := func(kind string) string { return lineAt("apr.yaml", pg.find(t, kind)) }
	spend, plan := at(`control_total: "89,815,565.79"`), at(`plan_control_total: "88,893,640.00"`)
	ledger := pageOf(p.asSent[council])
	foot := ledger.find(t, `Total,,,,,,,"88,893,640.00","89,815,565.79"`)
	total := func(moved int) string { return lineAt(council, foot+moved) } // its last row, which doesn't sum then
	return append(all,
		p.books("a ledger line is lost", council, ledger.with(100, 100), "", turns("4(1)(a)", Incomplete, spend, plan, total(-1))),
		p.books("a ledger line stands twice", council, ledger.with(100, 100, ledger.line(100), ledger.line(100)), "", turns("4(1)(a)", Incomplete, spend, plan, total(+1))),
		p.books("a ledger breaks off", council, ledger[:2000], "", turns("4(1)(a)", Incomplete, spend, plan)),
	)
}

// withoutLedgers takes columns, ledgers and all of finance away.
func (p *proof) withoutLedgers(t *testing.T, pg page, finance string, ledgerOf map[string]string) (all []mutation) {
	key := pg.find(t, "ledgers:")
	noPlan := pg.with(1, 0)
	for _, l := range []struct{ plan, control, file string }{
		{"plan: Plan Costs", `plan_control_total: "88,893,640.00"`, council},
		{"plan: Budget for Period", `plan_control_total: "158,720,740.00"`, moorland},
	} {
		one := pg.with(pg.find(t, l.control), pg.find(t, l.control))
		one = one.with(pg.find(t, l.plan), pg.find(t, l.plan))
		noPlan = noPlan.with(pg.find(t, l.control), pg.find(t, l.control))
		noPlan = noPlan.with(pg.find(t, l.plan), pg.find(t, l.plan))
		at := ledgerOf[l.file]
		if l.file == council {
			at = ledgerOf[council]
		}
		all = append(all, p.books("no plan in "+l.file, "apr.yaml", one, "", turns("4(1)(c)", Missing, finance,
			lineAt("apr.yaml", one.find(t, strings.TrimSpace(pg.line(lineOfPlace(at))))))))
	}
	all = append(all, p.books("no plan", "apr.yaml", noPlan, "", turns("4(1)(c)", Missing, finance)))
	first, second := lineOfPlace(ledgerOf[moorland]), lineOfPlace(ledgerOf[council])
	all = append(all,
		p.books("no ledger of NHS Moorland", "apr.yaml", pg.with(first, second-1), ofAmount,
			turns("4(1)(a)", Incomplete, finance), turns("4(1)(b)", Incomplete, finance, historyFile+":67")), // the less than half that is left is held against what was paid
		p.books("no ledger of Carrickmoor Council", "apr.yaml", pg.with(second, pg.end(second, 4)), ofAmount,
			turns("4(1)(a)", Incomplete, finance), turns("4(1)(b)", Incomplete, finance)),
	)
	none := pg.with(key, pg.end(key, 2))
	place := lineAt("apr.yaml", none.find(t, "history: data/history.csv"))
	all = append(all, p.books("no ledgers", "apr.yaml", none, "the ledgers are all that is known of the reporting year's spend",
		turns("4(1)(a)", Missing, place), turns("4(1)(b)", Missing, place), turns("4(1)(c)", Missing, place), turns("6(2)", Missing, place)))
	money := pg.find(t, "finance:")
	gone := pg.with(money, pg.end(money, 0))
	top := lineAt("apr.yaml", gone.first())
	var want []turn
	for _, id := range []string{"4(1)(a)", "4(1)(b)", "4(1)(c)", "4(3)", "6(2)", "6(3)"} {
		want = append(want, turns(id, Missing, top))
	}
	all = append(all, p.books("no finance", "apr.yaml", gone, "there is no amount of any kind", want...))
	for _, l := range []string{moorland, council} {
		all = append(all, mutation{name: l + " doesn't exist", refused: ledgerOf[l],
			mutated: func() (*project.Project, error) { return p.money(map[string][]byte{l: nil}) }})
	}
	return all
}

// lineOfPlace is the line of a place in apr.yaml.
func lineOfPlace(at string) (n int) {
	_, _ = fmt.Sscanf(at, "apr.yaml:%d", &n)
	return n
}

// baseOfYears is why a year's funding turns two requirements.
const baseOfYears = "matters and localities are proportions of the same amount"

// past reads the table of earlier years changed. The ledgers are cut to a line
// for each cost centre, which classifies no line otherwise: of the reporting
// year it only counts here that there are amounts.
func (p *proof) past(pg page) (*project.Project, error) {
	project := pageOf(p.files["apr.yaml"])
	for i, line := range project {
		if strings.Contains(line, "control_total:") {
			project[i] = "#" + line
		}
		if strings.HasPrefix(line, "  # Earlier years,") {
			project[i] = "  answers: [{finding: R4-1b-beyond-funding, about: spend and funding, reason: The ledgers are cut.}]\n"
		}
	}
	return p.money(map[string][]byte{"apr.yaml": project.bytes(), historyFile: pg.bytes(),
		moorland: firstLines(p.files[moorland], 0), council: firstLines(p.files[council], 3)})
}

// earlier is a mutation of the table of earlier years.
func (p *proof) earlier(name string, pg page, because string, want ...turn) mutation {
	return mutation{name: name, want: want, because: because, mutated: func() (*project.Project, error) { return p.past(pg) }}
}

// firstLines are a ledger's lines up to its headers and then the first of each
// cost centre, which is in the given column.
func firstLines(ledger []byte, column int) []byte {
	var out page
	seen := map[string]bool{}
	headers := false
	for _, line := range pageOf(ledger) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), ",")
		if len(cells) <= column || strings.Contains(line, "Total,") {
			continue
		}
		if !headers || !seen[cells[column]] && cells[column] != "" {
			out = append(out, line)
		}
		seen[cells[column]] = headers
		headers = headers || strings.Contains(line, "Cost Centre")
	}
	return out.bytes()
}

// history takes each row of the table of earlier years away, then each year.
func (p *proof) history() (all []mutation) {
	pg := pageOf(p.files[historyFile])
	years := map[string][]int{}
	for n := 2; n <= len(pg); n++ {
		row := strings.Split(pg.line(n), ",")
		if len(row) < 5 {
			continue
		}
		years[row[0]] = append(years[row[0]], n)
		zero := strings.Join(append(row[:4:4], "0.00"), ",")
		blank := strings.Join(append(row[:4:4], ""), ",")
		at, ids, because := historyFile, []string{"4(3)"}, ""
		verdict := Incomplete
		switch kind := row[1] + " " + row[2]; {
		case row[0] == p.whole.Config.Year.String():
			ids, because, at = []string{"4(1)(b)", "6(2)"}, baseOfYears, place(p.whole.Config.Finance.Position)
			verdict = Missing
		case kind == "funding total":
			ids, because = []string{"4(3)", "6(3)"}, baseOfYears
		case kind == "spend locality":
			ids = []string{"6(3)"}
		case kind == "spend total":
			ids = nil // the matters add up to it, but not when one of them is gone too
			all = append(all, p.earlier("no row of "+row[0]+" spend, of the total and of a matter", pg.with(n, n+1), "",
				turns("4(3)", Incomplete, historyFile)))
		}
		var want []turn
		for _, id := range ids {
			want = append(want, turns(id, verdict, at))
		}
		name := strings.Join(row[:4], " ")
		all = append(all, p.earlier("no row of "+name, pg.with(n, n), because, want...))
		if row[1] == "funding" {
			all = append(all, p.earlier("zero for "+name, pg.with(n, n, zero), because, want...))
		}
		all = append(all, p.earlier("no amount of "+name, pg.with(n, n, blank), because, want...))
	}
	for _, y := range preceding(p.whole) {
		rows := years[y.String()]
		all = append(all, p.earlier("no rows of "+y.String(), pg.with(rows[0], rows[len(rows)-1]),
			"each comparison is with each of the years", turns("4(3)", Incomplete, historyFile), turns("6(3)", Incomplete, historyFile)))
	}
	now := years[p.whole.Config.Year.String()][0]
	all = append(all, p.earlier("no earlier years", pg.with(2, now-1), "each comparison is with each of the years",
		turns("4(3)", Missing, historyFile), turns("6(3)", Missing, historyFile)))
	return all
}

// localities leaves each locality without spend, and adds one.
func (p *proof) localities(t *testing.T) (all []mutation) {
	pg := pageOf(p.files["apr.yaml"])
	finance := lineAt("apr.yaml", pg.find(t, "ledgers:"))
	for _, l := range p.whole.Config.Localities {
		other := "Strathmoor"
		if l.Name == other {
			other = "Glenside"
		}
		// What rules give the locality another gets, and its shares as well.
		moved := pg.with(1, 0)
		for n := pg.find(t, "rules:"); n <= len(pg); n++ {
			if strings.TrimSpace(pg.line(n)) == "locality: "+l.Name {
				moved[n-1] = strings.Replace(moved[n-1], l.Name, other, 1)
			}
		}
		for n := pg.find(t, "rules:"); n > 0; n-- {
			if strings.TrimSpace(pg.line(n)) != "shares:" {
				continue
			}
			moved = moved.with(n, pg.end(n, 6), pg.line(n), "        "+other+`: "100"`)
		}
		all = append(all, p.books("no spend in "+l.Name, "apr.yaml", moved, "", turns("6(2)", Incomplete, finance)))
	}
	key := pg.find(t, "localities:")
	more := pg.with(key, key, "localities:", "  - name: Farther Isles")
	assessments := pageOf(p.files["narrative/regulation-6.yaml"])
	list := assessments.find(t, "localities:") + 1
	all = append(all, p.books("a locality that nothing is said of", "apr.yaml", more, "each locality has an assessment, a proportion and years",
		turns("6(1)(b)", Incomplete, lineAt("narrative/regulation-6.yaml", list)),
		turns("6(2)", Incomplete, lineAt("apr.yaml", more.find(t, "ledgers:"))),
		turns("6(3)", Incomplete, historyFile)))
	return all
}
