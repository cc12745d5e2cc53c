package format

import (
	"io"

	"apr/indicators"
	"apr/internal/jsonprint"
	"apr/internal/source"
)

// The JSON contract of apr indicators.
type (
	tableJSON struct {
		Authority  string          `json:"authority"`
		Year       string          `json:"year"`
		Indicators []indicatorJSON `json:"indicators"`
	}
	indicatorJSON struct {
		ID            indicators.ID       `json:"id"`
		Title         string              `json:"title"`
		Unit          string              `json:"unit"`
		Polarity      indicators.Polarity `json:"polarity"`
		Rank          int                 `json:"rank,omitempty"`
		RankOf        int                 `json:"rank_of,omitempty"`
		FamilyAverage *float64            `json:"family_average,omitempty"`
		Change        *changeJSON         `json:"change,omitempty"`
		ChangeFirst   *changeJSON         `json:"change_from_first,omitempty"`
		Points        []pointJSON         `json:"points"`
	}
	changeJSON struct {
		From       string               `json:"from"`
		To         string               `json:"to"`
		Difference float64              `json:"difference"`
		Percent    *float64             `json:"percent,omitempty"`
		Direction  indicators.Direction `json:"direction"`
	}
	pointJSON struct {
		Year     string            `json:"year"`
		Period   string            `json:"period,omitempty"`
		Basis    indicators.Basis  `json:"basis,omitempty"`
		Status   indicators.Status `json:"status"`
		Value    *float64          `json:"value,omitempty"`
		Lower    *float64          `json:"lower,omitempty"`
		Upper    *float64          `json:"upper,omitempty"`
		Scotland *float64          `json:"scotland,omitempty"`
		Position *source.Position  `json:"position,omitempty"`
		Note     string            `json:"note,omitempty"`
	}
)

// TableJSON prints the indicators of an authority for programs. The table's own
// area is how the workbook names it.
func TableJSON(w io.Writer, authority string, t *indicators.Table) error {
	return jsonprint.Write(w, tableToJSON(authority, t))
}

func tableToJSON(authority string, t *indicators.Table) tableJSON {
	out := tableJSON{Authority: authority, Year: t.Year.String()}
	for _, s := range t.Series {
		rank, of := s.Rank()
		i := indicatorJSON{
			ID: s.Indicator.ID, Title: s.Indicator.Title, Unit: s.Indicator.Unit, Polarity: s.Indicator.Polarity,
			Rank: rank, RankOf: of, FamilyAverage: s.FamilyAverage,
			Change: changeToJSON(s.FromPrevious), ChangeFirst: changeToJSON(s.FromFirst),
		}
		for _, p := range s.Points {
			i.Points = append(i.Points, pointToJSON(p))
		}
		out.Indicators = append(out.Indicators, i)
	}
	return out
}

func changeToJSON(c *indicators.Change) *changeJSON {
	if c == nil {
		return nil
	}
	return &changeJSON{c.From, c.To, c.Difference, c.Percent, c.Direction}
}

func pointToJSON(p indicators.Point) pointJSON {
	out := pointJSON{
		Year: p.Year.String(), Period: p.Period, Basis: p.Basis, Status: p.Status,
		Value: p.Value, Lower: p.Lower, Upper: p.Upper, Scotland: p.Scotland,
	}
	if !p.Position.IsZero() {
		out.Position = &p.Position
	}
	for i, n := range p.Notes {
		if i > 0 {
			out.Note += " "
		}
		out.Note += n
	}
	return out
}
