package indicators

import (
	"fmt"
	"strings"
	"time"

	"apr/internal/period"
	"apr/internal/wording"
)

// Sentences of the data notes. Each says one thing once, so that points of
// several years and indicators share a footnote.
const (
	unreportedNote = "This indicator has not yet been finalised for reporting nationally."

	noSurveyNote            = "The Health and Care Experience Survey is held every second year; there is no value for the years between."
	surveyNote              = "From the Health and Care Experience Survey, which asks a sample of people: a change is called clear only where the 95% confidence limits do not overlap."
	surveyWithoutLimitsNote = "From the Health and Care Experience Survey, which asks a sample of people; the workbook gives no confidence limits, so a small change may be chance."

	// ProxyNote and CalendarChosenNote may stand at a column of periods.
	ProxyNote           = "Where a calendar year is shown, it stands for the reporting year that began in it, as Public Health Scotland advises, because the financial year's figures are not yet complete."
	CalendarChosenNote  = "Where the workbook has both the financial year and the calendar year in which it began, the calendar year is shown, as Public Health Scotland advises, because the financial year's figures are not yet complete."
	financialChosenNote = "The workbook has both the financial year and the calendar year in which it began; the financial year is shown, although its figures may not yet be complete."
	noProxyNote         = "The financial year is shown, because the workbook has no calendar year to stand for it; its figures may not yet be complete."

	calendarPairingNote = "Values are for calendar years; each is shown under the reporting year that began in it."
	censusPairingNote   = "Values are from the social care census of a single year; each is shown under the reporting year that began in it."

	noRowsNote     = "The workbook has no values for this indicator."
	notBeforeNote  = "The workbook's values for this indicator begin in a later year."
	noRowNote      = "The workbook has no row for this area and year."
	emptyNote      = "The workbook has an empty cell for this area and year."
	suppressedNote = "The publisher withholds the value, because so few people are behind it that they might be identified."

	// EstimateNote is of the one value that it is next to.
	EstimateNote = "The workbook marks the value as an estimate: it is provisional and may change."
)

// beforeNote is for the years before the authority began.
func beforeNote(since period.Year) string {
	return fmt.Sprintf("The authority's first reporting year is %s.", since)
}

// endedNote is for the years after a series has ended.
func endedNote(i *Indicator) string {
	if i.Note != "" {
		return i.Note
	}
	return fmt.Sprintf("Not reported nationally after %s.", i.LastYear)
}

// breakNote is for the values on both sides of a break. The catalogue's note
// says why, for the breaks that it knows.
func breakNote(i *Indicator, y period.Year) string {
	for _, known := range catalogue().byID[i.ID].Breaks {
		if known == y && i.Note != "" {
			return i.Note
		}
	}
	return fmt.Sprintf("Values from %s on cannot be compared with earlier ones.", y)
}

// notPublishedNote is for a value that a later release will have.
func (b *builder) notPublishedNote(due time.Time) string {
	note := "Not yet published in this release of the workbook"
	if r := b.index.workbook.Release; r != "" {
		note = "Not yet published in the release of " + r
	}
	if due.IsZero() {
		return note + "."
	}
	return fmt.Sprintf("%s; it is expected with that of %s.", note, ReleaseMonth(due))
}

// explainedNote is what the authority says of a value that wasn't published.
func explainedNote(reason string) string {
	return "Not published: " + strings.TrimSuffix(wording.OneLine(reason), ".") + "."
}

// overdueNote is for a value that no area has, although it has been due.
func overdueNote(due time.Time) string {
	return fmt.Sprintf("The workbook has no value of any area for this year, although the release of %s ought to have it.", ReleaseMonth(due))
}

// unreadableNote is for a cell that holds something that isn't a number.
func unreadableNote(o *Observation) string {
	where := o.Position.Place()
	if o.Position.Cell != "" {
		where = "cell " + where
	}
	return fmt.Sprintf("The workbook's %s %s.", where, o.Unreadable)
}

// emptyProxyNote is for a financial year that is shown because the calendar
// year's row has no value.
func emptyProxyNote(calendar *Observation) string {
	has := "is empty"
	if calendar.Mark != "" {
		has = fmt.Sprintf("has the mark %q in place of a value", calendar.Mark)
	}
	return fmt.Sprintf("The financial year is shown, because the workbook's cell for the calendar year, %s, %s; its figures may not yet be complete.", calendar.Position.Place(), has)
}

// conflictNote names the value that is shown; the problem names both.
func conflictNote(o *Observation) string {
	return fmt.Sprintf("The workbook has two different values for this area and year; the one in %s is shown.", o.Position.Place())
}
