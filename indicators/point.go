package indicators

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"apr/internal/period"
)

// firstSurvey is the first of the Health and Care Experience Surveys; there has
// been one every second year since.
const firstSurvey period.Year = 2013

// hasSurvey reports whether a survey belongs to a reporting year.
func hasSurvey(y period.Year) bool { return y >= firstSurvey && (y-firstSurvey)%2 == 0 }

// point answers for one indicator and reporting year.
func (b *builder) point(i *Indicator, y period.Year) Point {
	p := Point{Year: y}
	switch {
	case !i.Reported:
		p.Status = NotReported
		p.note(unreportedNote)
		return p
	case i.LastYear != 0 && y > i.LastYear:
		p.Status = NotReported
		p.note(endedNote(i))
		return p
	}
	o := b.choose(i, y, &p)
	reason := b.opts.NotPublished[i.ID][y]
	switch {
	case reason != "" && !hasValue(o) && (o == nil || o.Unreadable == ""):
		p.Status = NotPublished
		p.note(explainedNote(reason))
		if o != nil {
			p.Position = o.Position
		}
	case o == nil:
		b.absent(i, &p)
	case o.Value == nil:
		b.empty(i, o, &p)
	default:
		b.value(i, o, &p)
	}
	if y < b.opts.Since && p.Value == nil {
		return Point{Year: y, Status: NotApplicable, Notes: []string{beforeNote(b.opts.Since)}}
	}
	return p
}

// note adds a sentence for the data notes, once.
func (p *Point) note(sentence string) {
	if !slices.Contains(p.Notes, sentence) {
		p.Notes = append(p.Notes, sentence)
	}
}

// choose is the row that stands for a reporting year, nil where there is none.
func (b *builder) choose(i *Indicator, y period.Year, p *Point) *Observation {
	find := func(name string) *Observation { return b.index.find(i.ID, b.area, name) }
	single, financial := strconv.Itoa(int(y)), y.String()
	switch {
	case i.CalendarProxy && y == b.opts.Year:
		chosen := b.newest(find(single), find(financial), p)
		if b.opts.Proxy != PreferFinancial && hasValue(chosen) && chosen.Period == financial && b.index.published[indicatorPeriod{i.ID, single}] {
			p.PassedOver = single
		}
		return chosen
	case i.Basis == Calendar || i.Basis == Census:
		// Some releases name the period by the reporting year already.
		return firstUseful(find(single), find(financial))
	}
	return find(financial)
}

// newest chooses for NI12-16 between the calendar year that PHS advises as a
// proxy for the newest reporting year, and the financial year's own row. The
// choice is noted.
func (b *builder) newest(calendar, financial *Observation, p *Point) *Observation {
	both := hasValue(calendar) && hasValue(financial)
	if b.opts.Proxy == PreferFinancial {
		chosen := firstUseful(financial, calendar)
		switch {
		case both:
			p.note(financialChosenNote)
		case hasValue(chosen) && chosen == calendar:
			p.note(ProxyNote)
		}
		return chosen
	}
	chosen := firstUseful(calendar, financial)
	switch {
	case both:
		p.note(CalendarChosenNote)
	case hasValue(chosen) && chosen == calendar:
		p.note(ProxyNote)
	case hasValue(chosen) && calendar != nil:
		p.note(emptyProxyNote(calendar))
	case hasValue(chosen):
		p.note(noProxyNote)
	}
	return chosen
}

func hasValue(o *Observation) bool { return o != nil && o.Value != nil }

// firstUseful is the first row with a value, else the first row. A row whose cell
// can't be read isn't passed over: it may well have had a value.
func firstUseful(a, b *Observation) *Observation {
	switch {
	case hasValue(a), a != nil && (a.Unreadable != "" || !hasValue(b)):
		return a
	case b != nil:
		return b
	}
	return a
}

// absent answers for a year without a row for the area.
func (b *builder) absent(i *Indicator, p *Point) {
	first, any := b.index.first[i.ID]
	switch {
	case i.Basis == Survey && !hasSurvey(p.Year):
		p.Status = NoSurvey
		p.note(noSurveyNote)
	case !any:
		p.Status, p.Due = Missing, Due(i.ID, p.Year)
		p.note(noRowsNote)
	case p.Year > b.index.last[i.ID]:
		b.later(p, Due(i.ID, p.Year))
	case i.CalendarProxy && p.Year < b.opts.Year && p.Year == b.index.last[i.ID] && !b.index.published[indicatorPeriod{i.ID, p.Year.String()}]:
		// Its calendar year stood for it when it was the newest; the financial year
		// itself comes a release later.
		b.later(p, releases().published(p.Year+1))
	case p.Year < first:
		p.Status, p.Due = Missing, Due(i.ID, p.Year)
		p.note(notBeforeNote)
	default:
		p.Status = Missing
		p.note(noRowNote)
	}
}

// later answers for a year after the newest for which any area has a value: it
// isn't published, unless the workbook is of a release that should have it.
func (b *builder) later(p *Point, due time.Time) {
	p.Due = due
	if b.index.hasCome(p.Due) {
		p.Status = Missing
		p.note(overdueNote(p.Due))
		return
	}
	p.Status = NotPublished
	p.note(b.notPublishedNote(p.Due))
}

// empty answers for a year whose row has no value.
func (b *builder) empty(i *Indicator, o *Observation, p *Point) {
	p.Position = o.Position
	last, any := b.index.last[i.ID]
	switch {
	case o.Unreadable != "":
		p.Status, p.Unreadable = Missing, o.Unreadable
		p.note(unreadableNote(o))
	case IsSuppressed(o.Mark):
		p.Status = Suppressed
		p.note(suppressedNote)
	case any && p.Year > last && !IsCellError(o.Mark): // an error doesn't say that
		b.later(p, Due(i.ID, p.Year))
	case i.Basis == Survey && !hasSurvey(p.Year):
		p.Status = NoSurvey
		p.note(noSurveyNote)
	case o.Mark != "":
		p.Status = Missing
		p.note(fmt.Sprintf("The workbook has the mark %q in place of a value.", o.Mark))
	default:
		p.Status = Missing
		p.note(emptyNote)
	}
}

// value answers with a value, and with what its reader must know.
func (b *builder) value(i *Indicator, o *Observation, p *Point) {
	p.Status = HasValue
	p.Period, p.Basis, p.Position = o.Period, o.Basis, o.Position
	p.Value, p.Lower, p.Upper = o.Value, o.Lower, o.Upper
	if s := b.index.find(i.ID, Scotland, o.Period); s != nil {
		p.Scotland = s.Value
	}
	p.Proxy = i.CalendarProxy && o.Basis == Calendar
	p.Provisional = o.Estimate
	switch {
	case i.Basis == Survey && o.Lower != nil:
		p.note(surveyNote)
	case i.Basis == Survey:
		p.note(surveyWithoutLimitsNote)
	case i.Basis == Calendar:
		p.note(calendarPairingNote)
	case i.Basis == Census:
		p.note(censusPairingNote)
	}
	if o.Estimate {
		p.note(EstimateNote)
	}
	if o.Conflicting {
		p.note(conflictNote(o))
	}
}
