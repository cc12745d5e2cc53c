package ledger

import (
	"errors"
	"slices"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger/sketch"
	"apr/internal/source"
	"apr/internal/table"
)

// Result is what one ledger came to.
type Result struct {
	Spec     *finance.LedgerSpec
	Ledger   finance.Ledger
	Tallies  []Tally // by class, in order of their first line
	Groups   map[string]*CentreGroup
	overflow CentreGroup // of cost centres for which groups has no room
	Fatal    source.Problems
	Soft     source.Problems
	Sketch   *sketch.Sketch // of its lines
	Evidence Evidence       // of its year
	// Units are the words by which it says that it isn't in pounds, if it does.
	Units   string
	UnitsAt source.Position
	// Centres are the cost centres by their codes; nil where the ledger was scanned or has
	// too many.
	Centres map[string]*Centre
	// Accounts are the accounts of the cost centres, in the order of their first lines; nil
	// where the ledger was scanned, or has too many of them.
	Accounts []*AccountLines
	// lastLine and lastPlan are where the amount of its last line stands, and its plan.
	lastLine, lastPlan source.Position
	// Expected is the head of the amounts if it says that nobody has spent them yet.
	Expected string
	// Words are what the ledger says above its header.
	Words []table.Line
	// Cover is what the first sheet of its workbook says, where another is read.
	Cover []table.Line
	// Unread are the sheets of its workbook that have the same heads as its own, which
	// apr.yaml doesn't name.
	Unread []string
	// HiddenSheet is the first sheet of its workbook where that was read and isn't shown.
	HiddenSheet string
	// Doubts is what its lines may not be, which a reason in apr.yaml answers.
	Doubts source.Problems
	// Separate is true where no line has a plan and an amount: each is in lines of its own.
	Separate bool
	// Reviewed is true where its lines were held against each other.
	Reviewed bool
	// Repeated is true where it was looked, line by line, whether some are there twice.
	Repeated bool
	// Moved are the lines with texts that speak of money passing from one body to another.
	Moved []*MovedLines
	// Columns are those that aren't mapped and say few things of the lines.
	Columns []SaidColumn
	// Grows is true where nearly all amounts only grow from period to period.
	Grows bool
	// Classifier knows which rules matched.
	Classifier *classify.Classifier
	// groupColumn and describedBy are the names of the columns by which unclassified
	// lines are grouped and described.
	groupColumn, describedBy string
}

// A Tally adds up the lines of one class.
type Tally struct {
	classify.Class
	Amount, Plan Sum
	excluded     int // lines, where the class excludes them
}

// A Sum is an amount with the number of lines that made it and the first.
type Sum struct {
	finance.Money
	Lines int
	First source.Position
}

func (s *Sum) add(m finance.Money, r *Reader) (ok bool) {
	if s.Lines == 0 {
		s.First = r.Table.Records.Position(r.AmountAt())
	}
	s.Lines++
	s.Money, ok = s.Money.Add(m)
	return ok
}

// fail records what makes the ledger unusable.
func (out *Result) fail(err error) {
	if p := (*source.Problem)(nil); errors.As(err, &p) {
		out.Fatal.Add(p)
		return
	}
	out.Fatal.Addf(table.CodeUnreadableFile, source.Position{File: out.Spec.File}, "the ledger can't be read: %v", err)
}

// excluded takes the lines that aren't the authority's out of the others.
func (out *Result) excluded() {
	out.Tallies = slices.DeleteFunc(out.Tallies, func(t Tally) bool {
		if t.Exclude != "" {
			out.Ledger.Exclusions = append(out.Ledger.Exclusions, finance.Exclusion{Why: t.Exclude,
				Lines: t.excluded, Total: t.Amount.Money, Planned: t.Plan.Money, Transfer: t.Transfer, Arrives: t.Arrives, Position: t.first()})
		}
		return t.Exclude != ""
	})
}
