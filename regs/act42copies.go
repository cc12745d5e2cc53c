package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// owed are the bodies that get a copy (section 42(5)).
func owed(r *project.Project) []string {
	a, m := r.Config.Authority, modelOf(r)
	var bodies []string
	add := func(names ...string) {
		for _, b := range names {
			if strings.TrimSpace(b) != "" && !slices.ContainsFunc(bodies, func(other string) bool { return means(other, b) }) {
				bodies = append(bodies, b)
			}
		}
	}
	if m.Owes(law.Committee) {
		add(monitoringCommittee)
	}
	if m.Owes(law.Constituents) {
		// Whatever apr.yaml says, a constituent authority of the scheme is owed one:
		// Clackmannanshire and Stirling have a council each.
		if known, ok := r.Config.Authority.Known(); ok && known.Model == string(project.JointBoard) {
			add(known.Councils...)
			add(known.HealthBoard)
			return bodies
		}
		add(a.Councils...)
		add(a.HealthBoard)
	}
	if m.Owes(law.Councils) {
		add(otherCouncils(a)...)
	}
	if m.Owes(law.HealthBoard) {
		add(a.HealthBoard)
	}
	return bodies
}

// otherCouncils are the councils of the scheme but the one that is the authority.
func otherCouncils(a project.Authority) []string {
	if a.Model == project.LeadCouncil && len(a.Councils) == 1 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(a.Councils), func(c string) bool { return means(a.Name, c) })
}

const monitoringCommittee = "the integration joint monitoring committee"

// withoutCopy are the bodies that are owed a copy and aren't on record for one.
// Those that are become evidence.
func (p *Pass) withoutCopy(r *project.Project) []string {
	var without []string
	for _, body := range owed(r) {
		i := slices.IndexFunc(r.Config.Publication.Copies, func(c project.Copy) bool {
			return means(c.To, body) || body == monitoringCommittee && strings.Contains(plainName(c.To), "monitoring committee")
		})
		if i < 0 {
			without = append(without, body)
			continue
		}
		if d, dated := parseDate(r.Config.Publication.Copies[i].Date); dated && !ofThisReport(r, d) {
			continue // R42-4-copy-year says so
		}
		p.Evidence(at(r.Config.Publication.Copies[i].Position, publicationPosition(r)))
	}
	return without
}

// copyHint says where to record a copy, or which is on record under nearly the name.
func copyHint(r *project.Project, without []string) string {
	bodies := owed(r)
	for _, c := range r.Config.Publication.Copies {
		if slices.ContainsFunc(bodies, func(b string) bool { return means(c.To, b) }) {
			continue
		}
		if near := source.Nearest(c.To, without); near != "" {
			return fmt.Sprintf("%q is under publication.copies in apr.yaml: did you mean %q?", c.To, near)
		}
	}
	return fmt.Sprintf("add to: %s under publication.copies in apr.yaml", without[0])
}

func checkCopies(r *project.Project, p *Pass) {
	if !final(r) && !published(r) {
		return
	}
	if without := p.withoutCopy(r); len(without) > 0 {
		p.Report(publicationPosition(r), copyHint(r, without), "section 42(4)(b) wants a copy given to %s; none is on record", wording.List(without))
	}
}

func checkPlannedCopies(r *project.Project, p *Pass) {
	if final(r) || published(r) {
		return
	}
	if without := p.withoutCopy(r); len(without) > 0 {
		p.Pending(publicationPosition(r), copyHint(r, without), "section 42(4)(b) will want a copy given to %s; none is planned", wording.List(without))
	}
}

func checkConstituents(r *project.Project, p *Pass) {
	a, m := r.Config.Authority, modelOf(r)
	councils := (m.Owes(law.Constituents) || a.Model == project.LeadHealthBoard) && len(a.Councils) == 0
	board := (m.Owes(law.Constituents) || m.Owes(law.HealthBoard)) && a.HealthBoard == ""
	to := "the other authority"
	if m.Owes(law.Constituents) {
		to = "each constituent authority"
	}
	var keys, bodies []string
	if councils {
		keys, bodies = append(keys, "authority.councils"), append(bodies, "the councils")
	}
	if board {
		keys, bodies = append(keys, "authority.health_board"), append(bodies, "the health board")
	}
	if len(keys) > 0 {
		p.Pending(at(a.Position, r.Config.Position, projectFile), "write "+wording.List(keys)+" in apr.yaml",
			"section 42(4)(b) wants a copy given to %s; apr.yaml doesn't name %s", to, wording.List(bodies))
	}
}

func checkCopyDates(r *project.Project, p *Pass) {
	if !final(r) && !published(r) {
		return
	}
	for _, c := range r.Config.Publication.Copies {
		if strings.TrimSpace(c.Date) == "" {
			p.Report(at(c.Position, publicationPosition(r)), "write its date as YYYY-MM-DD", "the copy given to %s has no day", c.To)
		}
	}
}
