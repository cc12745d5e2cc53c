package calendar

import (
	"io"
	"time"

	"apr/internal/jsonprint"
	"apr/internal/source"
)

// calendarJSON is the timetable for programs.
type calendarJSON struct {
	Authority string      `json:"authority"`
	Year      string      `json:"year"`
	Today     string      `json:"today"`
	PublishBy string      `json:"publish_by"`
	DaysLeft  int         `json:"days_left"`
	Events    []eventJSON `json:"events"`
	Undated   []eventJSON `json:"undated"`
}

// eventJSON is an event: From and To are its first and last day, both "" where
// no date is known.
type eventJSON struct {
	Kind      Kind             `json:"kind"`
	Certainty Certainty        `json:"certainty"`
	From      string           `json:"from,omitempty"`
	To        string           `json:"to,omitempty"`
	Days      *int             `json:"days,omitempty"`
	Overdue   bool             `json:"overdue,omitempty"`
	Title     string           `json:"title"`
	Detail    string           `json:"detail,omitempty"`
	Measures  []string         `json:"measures,omitempty"`
	Texts     []string         `json:"texts,omitempty"`
	Owner     string           `json:"owner,omitempty"`
	Done      bool             `json:"done,omitempty"`
	Position  *source.Position `json:"position,omitempty"`
}

// JSON prints the timetable for programs.
func (c *Calendar) JSON(w io.Writer) error { return jsonprint.Write(w, c.toJSON()) }

func (c *Calendar) toJSON() calendarJSON {
	out := calendarJSON{
		Authority: c.Authority, Year: c.Year.String(), Today: c.Today.Format(time.DateOnly),
		PublishBy: c.PublishBy.Format(time.DateOnly), DaysLeft: c.DaysLeft,
		Events: []eventJSON{}, Undated: []eventJSON{},
	}
	event := func(ev Event) eventJSON {
		j := eventJSON{Kind: ev.Kind, Certainty: ev.Certainty, Overdue: c.Overdue(ev), Title: ev.Title, Detail: ev.Detail, Measures: ev.Measures, Texts: ev.Texts, Owner: ev.Owner, Done: ev.Done}
		if !ev.When.IsZero() {
			j.From, j.To = ev.When.Start.Format(time.DateOnly), ev.When.End().Format(time.DateOnly)
		}
		if days, known := c.Days(ev); known {
			j.Days = &days
		}
		if !ev.Position.IsZero() {
			j.Position = &ev.Position
		}
		return j
	}
	for _, ev := range c.Events {
		out.Events = append(out.Events, event(ev))
	}
	for _, ev := range c.Undated {
		out.Undated = append(out.Undated, event(ev))
	}
	return out
}
