package regs

import (
	"fmt"
	"slices"
	"time"

	"apr/internal/project"
	"apr/internal/source"
)

// nearMeeting is within how many days of the first or the last meeting of a list another
// would be on it, too: boards meet every two months or so.
const nearMeeting = 14

// approvedBetweenMeetings reports a day of approval on which none of the meetings is that
// apr.yaml lists, if it lies among them. The list may be of those to come alone, so that a
// day before all of them is none.
func (p *Pass) approvedBetweenMeetings(r *project.Project, approved time.Time) {
	var days []time.Time
	place := map[time.Time]source.Position{}
	for _, m := range r.Config.Board.Meetings {
		if d, ok := parseDate(m.Date); ok {
			days = append(days, d)
			place[d] = m.Position
		}
	}
	if len(days) == 0 || slices.ContainsFunc(days, approved.Equal) {
		return
	}
	slices.SortFunc(days, time.Time.Compare)
	if approved.Before(days[0].AddDate(0, 0, -nearMeeting)) || approved.After(days[len(days)-1].AddDate(0, 0, nearMeeting)) {
		return
	}
	distance := func(d time.Time) time.Duration { return max(d.Sub(approved), approved.Sub(d)) }
	nearest := slices.MinFunc(days, func(a, b time.Time) int { return int(distance(a) - distance(b)) })
	p.add(Finding{Position: at(r.Config.PositionOf("publication.approved"), publicationPosition(r)),
		Found:   fmt.Sprintf("the report is approved on %s, and no meeting is listed for that day: the nearest is on %s", day(approved), day(nearest)),
		Hint:    "correct the day, or list the meeting under board: meetings",
		Related: []source.Related{{Position: at(place[nearest], projectFile), Message: "the nearest meeting"}}})
}
