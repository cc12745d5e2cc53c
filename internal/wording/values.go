package wording

import "slices"

// valueWords are words in the places of other rows: numbers, months, and what joins them.
var valueWords = [...]frameWord{
	{English: "{list}, {item}"}, {English: "{list} and {item}"},
	{English: "{day} {month} {year}"}, {English: "{month} {year}"}, {English: "{first} to {last}"},
	{English: "no"}, {English: "one"}, {English: "two"}, {English: "three"}, {English: "four"},
	{English: "five"}, {English: "six"}, {English: "seven"}, {English: "eight"}, {English: "nine"},
	{English: "January"}, {English: "February"}, {English: "March"}, {English: "April"}, {English: "May"}, {English: "June"},
	{English: "July"}, {English: "August"}, {English: "September"}, {English: "October"}, {English: "November"}, {English: "December"},
	{English: "Jan"}, {English: "Feb"}, {English: "Mar"}, {English: "Apr"}, {English: "Jun"},
	{English: "Jul"}, {English: "Aug"}, {English: "Sep"}, {English: "Oct"}, {English: "Nov"}, {English: "Dec"},
}

// InPlaces reports whether a row stands in the places of others alone: "May" or "one" by
// itself is a name, or somebody else's word.
func InPlaces(english string) bool {
	return slices.ContainsFunc(valueWords[:], func(w frameWord) bool { return w.English == english })
}
