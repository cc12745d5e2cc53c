package format

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"path"
	"strconv"
	"text/tabwriter"

	"apr/indicators"
	"apr/internal/number"
	"apr/internal/source"
	"apr/internal/wording"
)

// DiffText prints the changes for people, by kind. Where all areas are compared, those
// that share an indicator's new or vanished period are in one line.
func DiffText(out io.Writer, d *indicators.Difference) error {
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%s: from %s to %s\n", cmp.Or(d.Area, "all areas"), releaseText(d.Old), releaseText(d.New))
	byKind := map[indicators.ChangeKind][]indicators.ReleaseChange{}
	flagged := 0
	for _, c := range d.Changes {
		byKind[c.Kind] = append(byKind[c.Kind], c)
		if c.Flagged {
			flagged++
		}
	}
	for _, section := range []struct {
		title string
		kinds []indicators.ChangeKind
		write func(io.Writer, []indicators.ReleaseChange)
	}{
		{"Comparability", []indicators.ChangeKind{indicators.ChangedBreak}, writeBreaks},
		{"Columns", []indicators.ChangeKind{indicators.NewColumn, indicators.VanishedColumn}, writeColumns},
		{"New periods", []indicators.ChangeKind{indicators.NewPeriod}, writeRows},
		{"New rows", []indicators.ChangeKind{indicators.NewRow}, writeRows},
		{"Revised", []indicators.ChangeKind{indicators.Revised}, revisionsWriter(d.Threshold)},
		{"Vanished periods", []indicators.ChangeKind{indicators.VanishedPeriod}, writeRows},
		{"Vanished rows", []indicators.ChangeKind{indicators.VanishedRow}, writeRows},
	} {
		var changes []indicators.ReleaseChange
		for _, kind := range section.kinds {
			changes = append(changes, byKind[kind]...)
		}
		if len(changes) == 0 {
			continue
		}
		fmt.Fprintf(b, "\n%s\n", section.title)
		w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
		section.write(w, changes)
		if err := w.Flush(); err != nil {
			return err
		}
	}
	if len(d.Changes) == 0 {
		fmt.Fprintln(b, "\nNothing changed.")
		return b.Flush()
	}
	fmt.Fprintf(b, "\n%s, %d flagged\n", wording.Count(len(d.Changes), "change"), flagged)
	return b.Flush()
}

// releaseText names a release by its month where the workbook says it.
func releaseText(w *indicators.Workbook) string {
	if w.Release == "" {
		return w.File
	}
	return fmt.Sprintf("%s (%s)", w.File, w.Release)
}

func writeBreaks(w io.Writer, changes []indicators.ReleaseChange) {
	for _, c := range changes {
		name := cmp.Or(string(c.Indicator), "all")
		for _, side := range []struct{ word, text, place string }{
			{"was", c.OldText, cellText(c.OldPosition)}, {"now", c.NewText, cellText(c.NewPosition)},
		} {
			text := "nothing said"
			if side.text != "" {
				text = strconv.Quote(side.text)
			}
			fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", name, side.word, side.place, text)
			name = ""
		}
	}
}

func writeColumns(w io.Writer, changes []indicators.ReleaseChange) {
	for _, c := range changes {
		what := "only the new release has any"
		if c.Kind == indicators.VanishedColumn {
			what = "only the old release has any"
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", c.Field, what, cellText(c.OldPosition), cellText(c.NewPosition))
	}
}

// writeRows prints rows that came or went, those of several areas together.
func writeRows(w io.Writer, changes []indicators.ReleaseChange) {
	type place struct {
		id     indicators.ID
		period string
	}
	groups := map[place][]indicators.ReleaseChange{}
	var order []place
	for _, c := range changes {
		at := place{c.Indicator, c.Period}
		if groups[at] == nil {
			order = append(order, at)
		}
		groups[at] = append(groups[at], c)
	}
	for _, at := range order {
		group := groups[at]
		c := group[0]
		who, number, text, position := c.Area, c.New, c.NewText, c.NewPosition
		if c.Kind == indicators.VanishedRow || c.Kind == indicators.VanishedPeriod {
			number, text, position = c.Old, c.OldText, c.OldPosition
		}
		what := sideText(c, number, text, -1)
		if len(group) > 1 {
			who, what = fmt.Sprintf("%d areas", len(group)), "the first:"
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%s\n", at.id, at.period, who, what, cellText(position))
	}
}

func revisionsWriter(threshold float64) func(io.Writer, []indicators.ReleaseChange) {
	return func(w io.Writer, changes []indicators.ReleaseChange) {
		for _, c := range changes {
			decimals := decimalsThatDiffer(c)
			percent := ""
			if c.Percent != nil {
				percent = percentText(*c.Percent)
			}
			flag := ""
			switch {
			case c.Flagged && c.New == nil:
				flag = "gone"
			case c.Flagged:
				flag = fmt.Sprintf("beyond ±%s%%", strconv.FormatFloat(threshold, 'f', -1, 64))
			}
			fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%s → %s\t%s\t%s\t%s\t%s\n", c.Indicator, c.Period, c.Area, c.Field,
				sideText(c, c.Old, c.OldText, decimals), sideText(c, c.New, c.NewText, decimals),
				percent, flag, cellText(c.OldPosition), cellText(c.NewPosition))
		}
	}
}

// cellText is a position for people: the first line names the files in full, and
// in a folder of them the name is enough.
func cellText(p source.Position) string {
	if p.Sheet == "" {
		p.File = path.Base(p.File)
		return p.String()
	}
	if p.Cell == "" {
		return p.Sheet
	}
	return p.Sheet + "!" + p.Cell
}

// percentText is a change in percent with its sign.
func percentText(percent float64) string {
	switch {
	case percent > 0 && percent < 0.05:
		return "less than +0.1%"
	case percent < 0 && percent > -0.05:
		return "less than " + number.Minus + "0.1%"
	}
	sign := "+"
	if percent < 0 {
		sign = number.Minus
	}
	return sign + indicators.Indicator{Decimals: 1}.Format(math.Abs(percent)) + "%"
}

// decimalsThatDiffer is how many decimals show that two numbers aren't equal,
// -1 where the report's own do.
func decimalsThatDiffer(c indicators.ReleaseChange) int {
	if c.Old == nil || c.New == nil {
		return -1
	}
	i := shownAs(c)
	if i.Format(*c.Old) != i.Format(*c.New) {
		return -1
	}
	for i.Decimals++; i.Decimals < 12; i.Decimals++ {
		if i.Format(*c.Old) != i.Format(*c.New) {
			break
		}
	}
	return i.Decimals
}

// sideText is what one release says: a number as the report shows it, with more
// decimals where they are needed, and a mark next to it or in its place.
func sideText(c indicators.ReleaseChange, number *float64, mark string, decimals int) string {
	if number == nil {
		return cmp.Or(mark, "empty")
	}
	i := shownAs(c)
	if decimals >= 0 {
		i.Decimals = decimals
	}
	text := i.Format(*number)
	if mark != "" {
		text += " " + mark
	}
	return text
}

// shownAs is the indicator as its numbers are shown: numerators and
// denominators are counts.
func shownAs(c indicators.ReleaseChange) indicators.Indicator {
	i, _ := indicators.ByID(c.Indicator)
	if c.Field == "numerator" || c.Field == "denominator" {
		i.Unit, i.Decimals = "", 0
	}
	return i
}
