package format

import (
	"io"

	"apr/indicators"
	"apr/internal/jsonprint"
	"apr/internal/source"
)

// The JSON of apr diff.
type (
	diffReport struct {
		Old       diffRelease  `json:"old"`
		New       diffRelease  `json:"new"`
		Authority string       `json:"authority,omitempty"`
		Threshold float64      `json:"threshold"`
		Flagged   int          `json:"flagged"`
		Changes   []diffChange `json:"changes"`
	}
	diffRelease struct {
		File    string `json:"file"`
		Release string `json:"release,omitempty"`
	}
	diffChange struct {
		Change      indicators.ChangeKind `json:"change"`
		Indicator   indicators.ID         `json:"indicator,omitempty"`
		Area        string                `json:"area,omitempty"`
		Period      string                `json:"period,omitempty"`
		Field       string                `json:"field"`
		Old         *float64              `json:"old"`
		New         *float64              `json:"new"`
		OldText     string                `json:"old_text,omitempty"`
		NewText     string                `json:"new_text,omitempty"`
		Percent     *float64              `json:"percent,omitempty"`
		Flagged     bool                  `json:"flagged"`
		OldPosition source.Position       `json:"old_position"`
		NewPosition source.Position       `json:"new_position"`
	}
)

// DiffJSON prints the difference for programs.
func DiffJSON(w io.Writer, d *indicators.Difference) error { return jsonprint.Write(w, diffToJSON(d)) }

func diffToJSON(d *indicators.Difference) diffReport {
	out := diffReport{
		Old: diffRelease{d.Old.File, d.Old.Release}, New: diffRelease{d.New.File, d.New.Release},
		Authority: d.Area, Threshold: d.Threshold, Changes: []diffChange{},
	}
	for _, c := range d.Changes {
		if c.Flagged {
			out.Flagged++
		}
		out.Changes = append(out.Changes, diffChange{
			Change: c.Kind, Indicator: c.Indicator, Area: c.Area, Period: c.Period, Field: c.Field,
			Old: c.Old, New: c.New, OldText: c.OldText, NewText: c.NewText, Percent: c.Percent, Flagged: c.Flagged,
			OldPosition: c.OldPosition, NewPosition: c.NewPosition,
		})
	}
	return out
}
