package finance

import (
	"sync"

	"apr/internal/law"
)

// latest is the law of today, made once: names are asked for often.
var latest = sync.OnceValue(law.Latest)

// Name is a short name of the matter, or the matter again where it is unknown.
func (m Matter) Name() string {
	if matter, ok := latest().Matter(string(m)); ok {
		return matter.Name
	}
	return string(m)
}

// HasLines reports whether ledger lines of the reporting year made the line.
func (l *Line) HasLines() bool { return l.Spend.Lines+l.Plan.Lines+l.Funding.Lines > 0 }

// Reported are the rows that aren't lines, aren't added, and are reported: those that should
// be totals and aren't, and headings.
func (l *Ledger) Reported() int { return l.Unproven + l.Headings }
