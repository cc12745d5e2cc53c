// Package calendar is the timetable of a report: when each source of data is
// next available, when the board meets, and by when the law wants the report
// published. It never makes up a date: what is only usual is called so.
package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// Kind is what happens.
type Kind string

// Kinds.
const (
	Data        Kind = "data"        // a source is next available
	DueText     Kind = "text"        // texts of the report are due
	Papers      Kind = "papers"      // papers for a meeting must be in
	Meeting     Kind = "meeting"     // the board or a committee meets
	Publication Kind = "publication" // the authority means to publish
	Deadline    Kind = "deadline"    // the law's last day
)

// Certainty is how sure a date is.
type Certainty string

// Certainties.
const (
	// Statutory dates are the law's.
	Statutory Certainty = "statutory"
	// Stated dates are in apr.yaml, in people.yaml or in a table of measures.
	Stated Certainty = "stated"
	// Usual is what happened in earlier years; nobody has promised it.
	Usual Certainty = "usual"
)

// Event is one entry of the timetable.
type Event struct {
	Kind      Kind
	Certainty Certainty
	// When is the day, or the month or longer where nobody is more exact; zero
	// where no date is known.
	When  period.Span
	Title string
	// Detail is a sentence or two more, "" for none.
	Detail string
	// Measures are the ids of the measures that the event is about.
	Measures []string
	// Texts are the names of the texts that are due, and Owner whose they are, "" for
	// nobody's yet. Done is true where all of them are agreed or signed off.
	Texts []string
	Owner string
	Done  bool
	// Position is where it was read; zero for the law and for what is usual.
	Position source.Position

	key string // what stays the same when the date is moved
}

// Calendar is the timetable of one report.
type Calendar struct {
	Authority string
	Year      period.Year
	Today     time.Time
	// PublishBy is the last day for publication, DaysLeft how many days it is away.
	PublishBy time.Time
	DaysLeft  int
	// Published says when it was published; "" where it isn't yet.
	Published string
	// Events are in order of their last days; Undated are those without.
	Events  []Event
	Undated []Event
}

// Of is the timetable of a report.
func Of(r *project.Project) *Calendar {
	p := r.Config
	c := &Calendar{Authority: p.Authority.Name, Year: p.Year, Today: r.Today, PublishBy: r.PublishBy(), DaysLeft: r.Law().DaysLeft(p.Year, r.Today), Published: r.Publication()}
	c.deadline(p)
	c.board(p)
	c.sources(r)
	c.texts(r)
	c.nationalSources(r)
	slices.SortStableFunc(c.Events, func(a, b Event) int {
		return cmp.Or(a.When.End().Compare(b.When.End()), cmp.Compare(kindOrder(a.Kind), kindOrder(b.Kind)), cmp.Compare(a.Title, b.Title))
	})
	return c
}

func kindOrder(k Kind) int {
	return slices.Index([]Kind{Data, DueText, Papers, Meeting, Publication, Deadline}, k)
}

// add puts an event where it belongs.
func (c *Calendar) add(e Event) {
	if e.When.IsZero() {
		c.Undated = append(c.Undated, e)
		return
	}
	c.Events = append(c.Events, e)
}

// onDay is a single day.
func onDay(t time.Time) period.Span { return period.Span{Start: t} }

// parsed is a day of apr.yaml, which has been checked; zero where there is none.
func parsed(iso string) period.Span {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return period.Span{}
	}
	return onDay(t)
}

// deadline is section 42(4) of the Act, and the day on which the authority means
// to publish.
func (c *Calendar) deadline(p *project.Config) {
	c.add(Event{Kind: Deadline, Certainty: Statutory, When: onDay(c.PublishBy), key: "deadline",
		Title:  fmt.Sprintf("Last day for publishing the performance report %s", p.Year),
		Detail: "Section 42(4) of the Public Bodies (Joint Working) (Scotland) Act 2014: before the expiry of 4 months beginning with the end of the reporting year."})
	if when := parsed(p.Publication.Date); !when.IsZero() {
		c.add(Event{Kind: Publication, Certainty: Stated, When: when, key: "publication",
			Title: fmt.Sprintf("Publication of the performance report %s", p.Year), Position: p.PositionOf("publication.date")})
	}
}

// board is the cycle of meetings.
func (c *Calendar) board(p *project.Config) {
	for i, m := range p.Board.Meetings {
		name := cmp.Or(m.Name, "Board")
		path := fmt.Sprintf("board.meetings[%d]", i)
		c.add(Event{Kind: Meeting, Certainty: Stated, When: parsed(m.Date), Title: name + " meets", Position: p.PositionOf(path + ".date"), key: "meeting " + name + m.Date})
		if when := parsed(m.Papers); !when.IsZero() {
			c.add(Event{Kind: Papers, Certainty: Stated, When: when, Position: p.PositionOf(path + ".papers"), key: "papers " + name + m.Date,
				Title: fmt.Sprintf("Papers for the meeting of %s are due (%s)", onDay(parsed(m.Date).Start), name)})
		}
	}
}

// sources are the local measures' next data dates, those of one source and day
// together. A measure without a date is reported as well.
func (c *Calendar) sources(r *project.Project) {
	if r.Framework == nil {
		return
	}
	type group struct {
		source string
		when   period.Span
	}
	at := map[group]int{}
	var events []Event
	for _, m := range r.Framework.Measures {
		g := group{cmp.Or(m.Source, m.Title), m.Next}
		i, known := at[g]
		if !known {
			i = len(events)
			at[g] = i
			e := Event{Kind: Data, Certainty: Stated, When: g.when, Title: "New data: " + g.source, Position: m.NextPosition}
			if g.when.IsZero() {
				e.Title, e.Position = "No date stated: "+g.source, m.Position
			}
			events = append(events, e)
		}
		e := &events[i]
		e.Measures = append(e.Measures, m.ID)
		e.key = "data " + g.source + strings.Join(e.Measures, " ")
	}
	for _, e := range events {
		c.add(e)
	}
}

// texts are the days on which texts are due, those of one person and day together. The
// key is of the first of them, so that the entry keeps its place when its day moves.
func (c *Calendar) texts(r *project.Project) {
	if r.People == nil {
		return
	}
	type group struct{ owner, due string }
	at := map[group]int{}
	var events []Event
	for _, t := range r.TextStatuses() {
		if t.Due == "" {
			continue
		}
		g := group{t.Owner, t.Due}
		i, known := at[g]
		if !known {
			i = len(events)
			at[g] = i
			events = append(events, Event{Kind: DueText, Certainty: Stated, When: parsed(t.Due), Owner: t.Owner, Done: true, key: "text " + t.Name,
				Position: r.People.PositionOf("texts." + t.Name + ".due")})
		}
		e := &events[i]
		e.Texts, e.Done = append(e.Texts, t.Name), e.Done && t.Done()
	}
	for _, e := range events {
		e.Title = wording.Count(len(e.Texts), "text") + " due"
		if e.Owner != "" {
			e.Title += ": " + e.Owner
		}
		if e.Done {
			e.Title += " (done)"
		}
		c.add(e)
	}
}

// nationalSources are what the publisher's earlier releases show. Public Health
// Scotland published the core suite on 15 September 2020, 13 July 2021 and 4 July
// 2023, and sends partnerships a workbook of management information by quarter;
// the Health and Care Experience Survey is held every second year.
func (c *Calendar) nationalSources(r *project.Project) {
	july := period.Holding(c.PublishBy, period.Month)
	for !r.Today.IsZero() && july.End().Before(r.Today) {
		july.Start = july.Start.AddDate(1, 0, 0)
	}
	c.add(Event{Kind: Data, Certainty: Usual, When: july, key: "core suite",
		Title:  "Public Health Scotland publishes the core suite of integration indicators",
		Detail: "Published in July in most years; the day varies. NI17 is in the July release only."})
	c.add(Event{Kind: Data, Certainty: Usual, key: "management information",
		Title:  "Public Health Scotland sends the core suite management information workbook",
		Detail: "Sent to partnerships each quarter; the days are not announced."})
	if y := newestSurvey(r); y != 0 {
		c.add(Event{Kind: Data, Certainty: Usual, key: "survey",
			Title: fmt.Sprintf("Health and Care Experience Survey, %s: held every second year, newest %s, next %s",
				indicators.Names(func(i *indicators.Indicator) bool { return i.Basis == indicators.Survey }), y, y+2),
			Detail: "The day of its results is not announced."})
	}
}

// newestSurvey is the reporting year of the newest survey value, or 0.
func newestSurvey(r *project.Project) period.Year {
	newest := period.Year(0)
	if r.Indicators == nil {
		return 0
	}
	for _, s := range r.Indicators.Series {
		if p := s.Newest(); p != nil && s.Indicator.Basis == indicators.Survey {
			newest = max(newest, p.Year)
		}
	}
	return newest
}

// Days is how many days are left until the event's last day: negative once it
// has passed, and false where there is no today to count from.
func (c *Calendar) Days(e Event) (int, bool) {
	if c.Today.IsZero() || e.When.IsZero() {
		return 0, false
	}
	today := time.Date(c.Today.Year(), c.Today.Month(), c.Today.Day(), 0, 0, 0, 0, time.UTC)
	return int(e.When.End().Sub(today).Hours() / 24), true
}

// Overdue reports whether data or a text should have come and hasn't.
func (c *Calendar) Overdue(e Event) bool {
	days, known := c.Days(e)
	return known && days < 0 && (e.Kind == Data && e.Certainty == Stated || e.Kind == DueText && !e.Done)
}
