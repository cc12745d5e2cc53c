package wording

// notes are those of the data, which say why there is no value or of what period one is.
// They are filled in where the data are read; Match finds their values again.
var notes = [...]frameWord{
	{English: "This indicator has not yet been finalised for reporting nationally."},
	{English: "The Health and Care Experience Survey is held every second year; there is no value for the years between."},
	{English: "From the Health and Care Experience Survey, which asks a sample of people: a change is called clear only where the 95% confidence limits do not overlap."},
	{English: "From the Health and Care Experience Survey, which asks a sample of people; the workbook gives no confidence limits, so a small change may be chance."},
	{English: "Where a calendar year is shown, it stands for the reporting year that began in it, as Public Health Scotland advises, because the financial year's figures are not yet complete."},
	{English: "Where the workbook has both the financial year and the calendar year in which it began, the calendar year is shown, as Public Health Scotland advises, because the financial year's figures are not yet complete."},
	{English: "The workbook has both the financial year and the calendar year in which it began; the financial year is shown, although its figures may not yet be complete."},
	{English: "The financial year is shown, because the workbook has no calendar year to stand for it; its figures may not yet be complete."},
	{English: "Values are for calendar years; each is shown under the reporting year that began in it."},
	{English: "Values are from the social care census of a single year; each is shown under the reporting year that began in it."},
	{English: "The workbook has no values for this indicator."},
	{English: "The workbook's values for this indicator begin in a later year."},
	{English: "The workbook has no row for this area and year."},
	{English: "The workbook has an empty cell for this area and year."},
	{English: "The publisher withholds the value, because so few people are behind it that they might be identified."},
	{English: "The workbook marks the value as an estimate: it is provisional and may change."},
	{English: "The authority's first reporting year is {year}."},
	{English: "Not reported nationally after {year}, because of problems with the data since the pandemic."},
	{English: "Not reported nationally after {year}."},
	{English: "Values from {year} on cannot be compared with earlier ones, because the wording of the survey changed."},
	{English: "Values from {year} on cannot be compared with earlier ones."},
	{English: "Not yet published in this release of the workbook; it is expected with that of {month}."},
	{English: "Not yet published in this release of the workbook."},
	{English: "Not yet published in the release of {release}; it is expected with that of {month}."},
	{English: "Not yet published in the release of {release}."},
	{English: "Not published: {reason}."},
	{English: "The workbook has no value of any area for this year, although the release of {month} ought to have it."},
	{English: "The financial year is shown, because the workbook's cell for the calendar year, {cell}, is empty; its figures may not yet be complete."},
	{English: "The financial year is shown, because the workbook's cell for the calendar year, {cell}, has the mark {mark} in place of a value; its figures may not yet be complete."},
	{English: "The workbook has two different values for this area and year; the one in {cell} is shown."},
}

// changes are what a value did since an earlier one.
var changes = [...]frameWord{
	{English: "unchanged since {period}"},
	{English: "up {size} since {period}"},
	{English: "down {size} since {period}"},
	{English: "less than {size}"},
	{English: "{number} points"},
	{English: "{number} point"},
}

// variances are what is left of the planned spending, or was spent above it.
var variances = [...]frameWord{
	{English: "an underspend of {amount}"},
	{English: "an overspend of {amount}"},
	{English: "neither an underspend nor an overspend"},
}

// verdicts are why a requirement asks nothing, or that there is nothing to report.
var verdicts = [...]frameWord{
	{English: "declared: no review of the strategic plan was carried out during the year"},
	{English: "declared: no scrutiny body made a recommendation during the year"},
	{English: "declared: no significant decision was made outside the strategic plan"},
	{English: "declared: the monitoring committee made no recommendation during the year"},
	{English: "no revised strategic plan was prepared following the review"},
	{English: "an integration joint board has no integration joint monitoring committee; only a lead agency has one"},
	{English: "publication is planned for {day}"},
	{English: "published on {day}"},
	{English: "significant decisions: section 36(5) of the Act takes a lead agency out of section 36, so there are none to report"},
	{English: "the workbook doesn't have the reporting year: see 3(a)(ii)"},
	{English: "{locality} is new in {year} and has no preceding year"},
	{English: "the {body} is listed by the first edition of the guidance, 5.15, not by regulation 7(2)"},
	{English: "spend equals the planned spending: there is no underspend or overspend"},
	{English: "{number} significant decision outside the strategic plan"},
	{English: "{number} significant decisions outside the strategic plan"},
	{English: "{year} is the first reporting year: there is no preceding one to compare with"},
	{English: "{year} is the authority's first reporting year: there is no preceding one to compare with"},
}

// events are the dates to come.
var events = [...]frameWord{
	{English: "Last day for publishing the performance report {year}"},
	{English: "Publication of the performance report {year}"},
	{English: "Papers for the meeting of {day} are due ({meeting})"},
	{English: "New data: {source}"},
	{English: "No date stated: {source}"},
	{English: "Public Health Scotland publishes the core suite of integration indicators"},
	{English: "Public Health Scotland sends the core suite management information workbook"},
	{English: "Health and Care Experience Survey, {indicators}: held every second year, newest {first}, next {next}"},
	{English: "{texts} (done)"},
	{English: "{number} text due: {owner}"},
	{English: "{number} texts due: {owner}"},
	{English: "{number} text due"},
	{English: "{number} texts due"},
	{English: "{meeting} meets"},
	{English: "Board"},
}

// Ranges are the rows of lists whose items may be ranges.
func Ranges() []string { return []string{"{list} and {item}", "{list}, {item}", "{first} to {last}"} }

// Notes, Changes, Variances, Verdicts and Events are the rows that other packages fill in.
func Notes() []string     { return english(notes[:]) }
func Changes() []string   { return english(changes[:]) }
func Variances() []string { return english(variances[:]) }
func Verdicts() []string  { return english(verdicts[:]) }
func Events() []string    { return english(events[:]) }

func english(rows []frameWord) []string {
	words := make([]string, len(rows))
	for i, w := range rows {
		words[i] = w.English
	}
	return words
}
